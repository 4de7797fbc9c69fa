package dmhq.transports.email;

/**
 * Where a server of mail is, and how the connection to it is secured; it always is.
 *
 * @param host its name, which its certificate has to bear
 * @param port 1 to 65535
 */
public record MailServer(String host, int port, Security security) {

    /** When the connection is encrypted (RFC 8314). */
    public enum Security {
        /** From its first byte. */
        TLS,
        /** After a command in the clear that the server has to offer. */
        STARTTLS
    }

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException if the port is none, or the name is empty
     */
    public MailServer {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "a server has a name and a port of 1 to 65535, found " + host + ":" + port);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
