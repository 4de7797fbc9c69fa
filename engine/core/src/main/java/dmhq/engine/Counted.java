package dmhq.engine;

/** Things and their number, in words. */
final class Counted {

    private Counted() {}

    static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
