package dmhq.mekhq.edit;

/** Says why an edit cannot be made in a save, in one sentence fit to show the player: what was found, and what helps. */
public final class ImpossibleEditException extends Exception {

    private static final long serialVersionUID = 1;

    ImpossibleEditException(String sentence) {
        super(sentence);
    }
}
