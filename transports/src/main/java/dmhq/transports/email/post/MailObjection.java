package dmhq.transports.email.post;

import dmhq.transports.PostNews;

/**
 * Why something in a mail could not be used.
 *
 * @param mail which one, for {@link MailObjections#forget}
 * @param from its sender's address, perhaps empty
 * @param id its Message-ID with the brackets, perhaps empty
 * @param subject what people know it by
 * @param related that it answers a mail of ours, or is from somebody to whom we write; others are as likely as not none
 *     of our business
 * @param answerable that a program may answer it (RFC 3834)
 * @param reason a sentence, with the cure
 */
public record MailObjection(
        String mail, String from, String id, String subject, boolean related, boolean answerable, String reason) {

    private static final String RETURNED = "a mail came back: ";

    /** That a mail of ours did not arrive. */
    static MailObjection of(String mail, Delivery returned) {
        return new MailObjection(
                mail,
                "",
                "",
                "",
                true,
                false,
                RETURNED + returned.parcel() + " to " + returned.recipient() + ": "
                        + returned.returned().map(Delivery.Returned::reason).orElse("no reason is given")
                        + "; correct the address, or hand the file over by another way");
    }

    /** Returns it as people are told, and whether its sender knows. */
    PostNews news(boolean answered) {
        return reason.startsWith(RETURNED)
                ? new PostNews(reason, true)
                : new PostNews(
                        "the mail '" + subject + "' from " + from + ": " + reason
                                + (answered ? "; its sender was told so" : ""),
                        false);
    }
}
