package dmhq.workspace;

import dmhq.engine.RuleSets;
import dmhq.format.disk.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The rule sets that a player has installed as jars in {@code DMHQ_HOME/rules}.
 *
 * <p>A jar that cannot be used is left out and told, and stops nobody from playing by the others. Of
 * two jars that disagree about a rule set or a class neither is used: nobody could say which rules a
 * game goes by.
 */
public final class RuleJars implements Closeable {

    private final URLClassLoader loader;
    private final List<String> faults;

    private RuleJars(ClassLoader dmhq, List<RuleJar> jars, List<String> faults) {
        this.loader = new URLClassLoader(jars.stream().map(RuleJars::url).toArray(URL[]::new), dmhq);
        this.faults = List.copyOf(faults);
    }

    /** Opens those in a home; there need not be any. */
    public static RuleJars open(Disk disk, Path home) throws IOException {
        ClassLoader dmhq = RuleJars.class.getClassLoader();
        List<RuleJar> jars = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : disk.list(home.resolve("rules"))) {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".jar")) {
                try {
                    jars.add(RuleJar.read(file, dmhq));
                } catch (Refusal e) {
                    faults.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return new RuleJars(dmhq, agreeing(jars, faults), faults);
    }

    private static List<RuleJar> agreeing(List<RuleJar> jars, List<String> faults) {
        if (jars.isEmpty()) {
            return jars;
        }
        TreeSet<RuleJar> out = new TreeSet<>((a, b) -> a.file().compareTo(b.file()));
        List<String> own =
                RuleSets.all().stream().map(rules -> rules.id().toString()).toList();
        for (RuleJar jar : jars) {
            jar.ids().stream().filter(own::contains).findFirst().ifPresent(id -> {
                faults.add(jar.file() + " is left out: " + id + " is a part of dmhq already; take the jar away");
                out.add(jar);
            });
            for (RuleJar later : jars.subList(jars.indexOf(jar) + 1, jars.size())) {
                quarrel(jar, later).ifPresent(quarrel -> {
                    faults.add(jar.file() + " and " + later.file() + " are left out: " + quarrel
                            + "; take one of them away");
                    out.add(jar);
                    out.add(later);
                });
            }
        }
        return jars.stream().filter(jar -> !out.contains(jar)).toList();
    }

    private static Optional<String> quarrel(RuleJar one, RuleJar other) {
        Optional<String> rules =
                one.ids().stream().filter(other.ids()::contains).findFirst();
        if (rules.isPresent()) {
            return rules.map(id -> "both have the rules " + id);
        }
        return one.classes().entrySet().stream()
                .filter(each -> other.classes().containsKey(each.getKey())
                        && !each.getValue().equals(other.classes().get(each.getKey())))
                .findFirst()
                .map(each -> "each has another class " + each.getKey());
    }

    /** Returns a sentence for each jar that is left out, with the reason and the cure. */
    public List<String> faults() {
        return faults;
    }

    /** Does some work in which {@link RuleSets} finds these rule sets beside those of dmhq. */
    public <T> T using(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Lets go of the jars. */
    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static URL url(RuleJar jar) {
        try {
            return jar.file().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
