package dmhq.format;

/** A rule set and its version, written {@code distributed-mekhq@1}. */
public record RulesId(String value) {

    public RulesId {
        if (!value.matches("[a-z][a-z0-9-]{0,63}@[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("not a rule set and version such as name@1: '" + value + "'");
        }
    }

    /** Returns the id of a rule set by its name and version. */
    public static RulesId of(String name, int version) {
        return new RulesId(name + "@" + version);
    }

    /** Returns the name without the version. */
    public String name() {
        return value.substring(0, value.indexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }
}
