package dmhq.transports.email.post;

/**
 * A parcel that lies in a mailbox.
 *
 * @param uid of the mail that brought it
 * @param digest of its content, in 64 hexadecimal digits, which is what tells it from others
 * @param name under which it is listed, the same for the same content
 * @param origin the mail
 */
record Found(long uid, String digest, String name, Origin origin) {}
