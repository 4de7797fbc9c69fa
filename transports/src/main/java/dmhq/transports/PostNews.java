package dmhq.transports;

/**
 * Something that a post itself has to say.
 *
 * @param sentence what, with the cure, without a full stop
 * @param returned that something did not arrive; else something came that nobody could use
 */
public record PostNews(String sentence, boolean returned) {}
