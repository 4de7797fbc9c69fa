package dmhq.transports;

/**
 * Something that a post itself has to say.
 *
 * @param id by which the post knows it
 * @param about the name of the parcel that it is about; empty if it is about none
 * @param sentence what, with the cure, without a full stop
 * @param returned that something did not arrive; else something came that nobody could use
 */
public record PostNews(String id, String about, String sentence, boolean returned) {}
