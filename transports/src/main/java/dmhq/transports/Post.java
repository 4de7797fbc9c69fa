package dmhq.transports;

/** One kind of post: turns addresses of its scheme into transports. */
public interface Post {

    /** The scheme of this post's addresses, in lower case. */
    String scheme();

    /**
     * Returns a transport to an address of this scheme; touches neither disk nor network yet.
     *
     * @throws AddressException if the rest of the address makes no sense here
     */
    Transport open(Address address) throws AddressException;

    /**
     * Makes the place an address names, once, for whoever opens a session there; a place that is
     * there already stays as it is.
     *
     * @throws AddressException if the rest of the address makes no sense here
     * @throws TransportException if the place cannot be made
     */
    void prepare(Address address) throws AddressException, TransportException;
}
