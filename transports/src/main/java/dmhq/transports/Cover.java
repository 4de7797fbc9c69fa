package dmhq.transports;

/**
 * What a person sees of a parcel in a post that shows something; posts without covers ignore it.
 *
 * <p>Subject and thread are one line each and refused otherwise, since a line break there could
 * forge a mail header. Parcels of one thread are shown together. Any member may be empty.
 */
public record Cover(String subject, String text, String html, String thread) {

    /**
     * Makes a cover.
     *
     * @throws IllegalArgumentException if the subject or the thread has several lines
     */
    public Cover {
        requireOneLine("subject", subject);
        requireOneLine("thread", thread);
    }

    static String requireOneLine(String what, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a " + what + " is one line without control characters");
        }
        return text;
    }
}
