package dmhq.engine;

import dmhq.format.RulesId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The rule sets that this program was started with. */
public final class RuleSets {

    private RuleSets() {}

    /** Returns all of them, by name and version. */
    public static List<RuleSet<?, ?, ?>> all() {
        return ServiceLoader.load(RuleSet.class).stream()
                .<RuleSet<?, ?, ?>>map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(
                                (RuleSet<?, ?, ?> rules) -> rules.id().name())
                        .thenComparing(rules -> version(rules.id())))
                .toList();
    }

    private static int version(RulesId id) {
        return Integer.parseInt(id.value().substring(id.name().length() + 1));
    }

    /** Returns the one of that name and version. */
    public static Optional<RuleSet<?, ?, ?>> of(RulesId id) {
        return all().stream().filter(rules -> rules.id().equals(id)).findFirst();
    }

    /** Returns the newest one of that name. */
    public static Optional<RuleSet<?, ?, ?>> named(String name) {
        return all().stream().filter(rules -> rules.id().name().equals(name)).reduce((older, newer) -> newer);
    }
}
