package dmhq.workspace;

import dmhq.engine.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A jar with rule sets in it, every byte of it read.
 *
 * @param classes the classes in it, each with the CRC-32 of its bytes
 * @param ids the rule sets in it, as name@version
 */
record RuleJar(Path file, SortedMap<String, Long> classes, List<String> ids) {

    private static final String CLASS = ".class";
    private static final String REINSTALL = "install it again, or take it away";
    private static final String OTHER_VERSION = "ask its author for one that is made for this version, or take it away";

    /**
     * Reads a jar, and tries whether its rule sets fit this dmhq.
     *
     * @throws Refusal if it is damaged, holds no rule set, or was made for another dmhq
     */
    static RuleJar read(Path file, ClassLoader dmhq) throws Refusal {
        SortedMap<String, Long> classes;
        try {
            classes = classes(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(file + " is left out: it is damaged or no jar; " + REINSTALL);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, dmhq)) {
            List<? extends ServiceLoader.Provider<?>> found =
                    ServiceLoader.load(RuleSet.class, loader).stream().toList();
            List<String> ids = found.stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .map(RuleJar::id)
                    .toList();
            if (ids.isEmpty()) {
                throw new Refusal(file + " is left out: it holds no rule set; " + REINSTALL);
            }
            return new RuleJar(file, classes, ids);
        } catch (IOException e) {
            throw new Refusal(file + " is left out: it cannot be read; " + REINSTALL);
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            // Foreign code fails as it likes; whatever it throws, the jar is no use here.
            throw new Refusal(
                    file + " is left out: it was made for another version of dmhq, or is not whole; " + OTHER_VERSION);
        }
    }

    /** A class that lacks what the interface asks for today loads all the same, and fails in the midst of play. */
    private static String id(ServiceLoader.Provider<?> provider) {
        boolean whole = Arrays.stream(provider.type().getMethods())
                .noneMatch(method -> Modifier.isAbstract(method.getModifiers()));
        if (!whole || !(provider.get() instanceof RuleSet<?, ?, ?> rules)) {
            throw new IllegalStateException(provider.type() + " is not all that a rule set is");
        }
        return rules.id().toString();
    }

    /** The directory at the end shows a jar that was cut off; reading all of it, one that was changed. */
    private static SortedMap<String, Long> classes(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                ZipInputStream entries = new ZipInputStream(bytes)) {
            while (entries.getNextEntry() != null) {
                entries.transferTo(OutputStream.nullOutputStream());
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().endsWith(CLASS))
                    .collect(Collectors.toMap(RuleJar::className, ZipEntry::getCrc, (a, b) -> b, TreeMap::new));
        }
    }

    private static String className(ZipEntry entry) {
        String name = entry.getName();
        return name.substring(0, name.length() - CLASS.length()).replace('/', '.');
    }
}
