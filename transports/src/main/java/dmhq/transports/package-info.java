/**
 * The post: how parcels get from one player to another.
 *
 * <p>A {@link dmhq.transports.Parcel} is a name and bytes for a recipient, with a {@link
 * dmhq.transports.Cover} for posts that show one. A {@link dmhq.transports.Transport} carries
 * parcels and knows nothing of what is in them. Players name a post by an {@link
 * dmhq.transports.Address} such as {@code folder:/mnt/share/sabres}; {@link dmhq.transports.Posts}
 * turns it into a transport with the one {@link dmhq.transports.Post} of that scheme. Each kind of
 * post lives in a package below this one and knows no other.
 *
 * <p>What the post refuses is a {@link dmhq.transports.TransportException}, which says whether
 * trying again can help; {@link dmhq.transports.Retrying} tries again, around any transport.
 */
@NullMarked
package dmhq.transports;

import org.jspecify.annotations.NullMarked;
