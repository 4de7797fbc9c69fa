package dmhq.cli;

/** Numbers of things as people say them. */
final class Counted {

    private Counted() {}

    /** Returns {@code 1 action} or {@code 2 actions}. */
    static String of(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
