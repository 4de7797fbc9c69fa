package dmhq.engine;

import dmhq.format.RulesId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The rule sets that this program was started with, or its thread was given the class loader of. */
public final class RuleSets {

    private RuleSets() {}

    /**
     * Returns all of them, by name and version.
     *
     * @throws IllegalStateException if two have the same, as nobody could say by which a game is played
     */
    public static List<RuleSet<?, ?, ?>> all() {
        List<RuleSet<?, ?, ?>> all = loaded();
        for (int i = 1; i < all.size(); i++) {
            RuleSet<?, ?, ?> one = all.get(i - 1);
            RuleSet<?, ?, ?> other = all.get(i);
            if (one.id().equals(other.id())) {
                throw new IllegalStateException("two rule sets are called " + one.id() + ": "
                        + one.getClass().getName() + " and " + other.getClass().getName());
            }
        }
        return all;
    }

    private static List<RuleSet<?, ?, ?>> loaded() {
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
