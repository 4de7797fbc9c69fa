package dmhq.transports;

/** Any kind of post, whose transports are {@link Retrying}; preparing a place is tried once. */
public record RetryingPost(Post post, Patience patience) implements Post {

    @Override
    public String scheme() {
        return post.scheme();
    }

    @Override
    public Transport open(Address address) throws AddressException {
        return new Retrying(post.open(address), patience);
    }

    @Override
    public void prepare(Address address) throws AddressException, TransportException {
        post.prepare(address);
    }
}
