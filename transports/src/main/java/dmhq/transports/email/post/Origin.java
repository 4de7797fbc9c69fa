package dmhq.transports.email.post;

/**
 * The mail that brought a parcel, for manners and for people; nothing of it is proved.
 *
 * @param from its sender's address, perhaps empty
 * @param id its Message-ID with the brackets, perhaps empty
 * @param answerable that a program may answer it (RFC 3834): it is not from a program, a list, or nobody
 */
public record Origin(String from, String id, boolean answerable) {}
