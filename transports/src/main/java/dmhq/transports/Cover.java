package dmhq.transports;

/**
 * What a person sees of a parcel in a post that shows something; posts without covers ignore it.
 *
 * <p>Subject and thread are one line each and refused otherwise, since a line break there could
 * forge a mail header. Parcels of one thread are shown together. Any text may be empty.
 *
 * @param occasion why it is sent, which tells other programs whether to answer
 */
public record Cover(String subject, String text, String html, String thread, Occasion occasion) {

    /** Why a parcel is sent. */
    public enum Occasion {
        /** Somebody said so at that moment. */
        ORDERED,
        /** A program had news, such as a turn. */
        GENERATED,
        /** A program answers another parcel, as with a receipt. */
        ANSWER
    }

    /**
     * Makes a cover.
     *
     * @throws IllegalArgumentException if the subject or the thread has several lines
     */
    public Cover {
        requireOneLine("subject", subject);
        requireOneLine("thread", thread);
    }

    /** Makes a cover for what a program sends by itself. */
    public Cover(String subject, String text, String html, String thread) {
        this(subject, text, html, thread, Occasion.GENERATED);
    }

    static String requireOneLine(String what, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a " + what + " is one line without control characters");
        }
        return text;
    }
}
