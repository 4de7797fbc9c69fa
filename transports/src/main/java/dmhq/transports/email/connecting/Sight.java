package dmhq.transports.email.connecting;

/**
 * A mail as a mailbox tells of it.
 *
 * @param uid its number within the mailbox, larger than those of all mails before it
 * @param size in bytes, as far as the server knows
 * @param deleted that its owner has marked it to be deleted
 */
public record Sight(long uid, long size, boolean deleted) {}
