package dmhq.transports;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kinds of post there are, each found by the scheme of an address. */
public final class Posts {

    private final SortedMap<String, Post> byScheme = new TreeMap<>();

    /**
     * Offers these posts and no others.
     *
     * @throws IllegalArgumentException if two have one scheme
     */
    public Posts(List<? extends Post> posts) {
        for (Post post : posts) {
            if (byScheme.put(post.scheme(), post) != null) {
                throw new IllegalArgumentException("two posts for " + post.scheme() + ":");
            }
        }
    }

    /**
     * Returns a transport to an address, as {@link Post#open} does.
     *
     * @throws AddressException if no post has its scheme, or the post refuses it
     */
    public Transport open(Address address) throws AddressException {
        return postFor(address).open(address);
    }

    /**
     * Makes the place an address names, as {@link Post#prepare} does.
     *
     * @throws AddressException if no post has its scheme, or the post refuses it
     * @throws TransportException if the place cannot be made
     */
    public void prepare(Address address) throws AddressException, TransportException {
        postFor(address).prepare(address);
    }

    private Post postFor(Address address) throws AddressException {
        Post post = byScheme.get(address.scheme());
        if (post == null) {
            throw new AddressException(
                    address.toString(), "there is no such post; known are " + String.join(", ", byScheme.keySet()));
        }
        return post;
    }
}
