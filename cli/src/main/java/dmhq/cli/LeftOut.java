package dmhq.cli;

/** The player does not answer any more: the action that was asked for is left out. */
final class LeftOut extends Exception {

    private static final long serialVersionUID = 1;

    LeftOut() {
        super("left out");
    }
}
