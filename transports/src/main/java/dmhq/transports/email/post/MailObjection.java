package dmhq.transports.email.post;

/**
 * Why something in a mail could not be used.
 *
 * @param mail which one, for {@link MailObjections#forget}
 * @param from its sender's address, perhaps empty
 * @param subject what people know it by
 * @param related that it answers a mail of ours, or is from somebody to whom we write; others are as likely as not none
 *     of our business
 * @param reason a sentence, with the cure
 */
public record MailObjection(String mail, String from, String subject, boolean related, String reason) {}
