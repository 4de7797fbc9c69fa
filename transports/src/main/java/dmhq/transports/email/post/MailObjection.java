package dmhq.transports.email.post;

import dmhq.transports.PostNews;

/**
 * Why something in a mail could not be used, or that a mail did not arrive.
 *
 * @param kind which of both
 * @param mail which one, the same for the same mail, for {@link MailObjections#forget}
 * @param from its sender's address, perhaps empty
 * @param id its Message-ID with the brackets, perhaps empty
 * @param subject what people know it by; of one that did not arrive, the name of its parcel
 * @param related that it answers a mail of ours, or is from somebody to whom we write; others are as likely as not none
 *     of our business
 * @param answerable that a program may answer it (RFC 3834)
 * @param reason a sentence, with the cure
 */
public record MailObjection(
        Kind kind,
        String mail,
        String from,
        String id,
        String subject,
        boolean related,
        boolean answerable,
        String reason) {

    /** What a mail tells. */
    public enum Kind {
        /** Something in it could not be used. */
        UNUSABLE,
        /** It says that a mail of ours did not arrive. */
        RETURNED
    }

    /** That something in a mail could not be used. */
    MailObjection(
            String mail, String from, String id, String subject, boolean related, boolean answerable, String reason) {
        this(Kind.UNUSABLE, mail, from, id, subject, related, answerable, reason);
    }

    /** That a mail of ours did not arrive. */
    static MailObjection of(String mail, Delivery returned) {
        return new MailObjection(
                Kind.RETURNED,
                mail,
                "",
                "",
                returned.parcel(),
                true,
                false,
                "a mail came back: " + returned.parcel() + " to " + returned.recipient() + ": "
                        + returned.returned().map(Delivery.Returned::reason).orElse("no reason is given")
                        + "; correct the address, or hand the file over by another way");
    }

    /** Returns it as people are told, and whether its sender knows. */
    PostNews news(boolean answered) {
        return switch (kind) {
            case RETURNED -> new PostNews(mail, subject, reason, true);
            case UNUSABLE ->
                new PostNews(
                        mail,
                        "",
                        (from.isEmpty() && subject.isEmpty() ? "a mail" : "the mail '" + subject + "' from " + from)
                                + ": " + reason
                                + (answered ? "; its sender was told so" : ""),
                        false);
        };
    }
}
