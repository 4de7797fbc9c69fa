package dmhq.transports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * One place through which parcels travel, open for use.
 *
 * <p>Whatever a caller is killed in the middle of, it may run again: there is never half a parcel,
 * a name is never used for two different contents, and repeating a call changes nothing. What a
 * transport hands out is as it arrived; whether it is genuine is for the reader to prove.
 *
 * <p>Names that {@link ParcelName} refuses are an {@link IllegalArgumentException} when a caller
 * uses them, and are passed over when they are found in the post.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends a parcel; returns when it has safely left. Sending the same parcel again changes
     * nothing.
     *
     * @throws TransportException if the post fails, or, of this parcel alone, if the name is taken by other content,
     *     which stays as it is, or the post does not take it or its recipient
     */
    void send(Parcel parcel) throws TransportException;

    /** Returns the names of the whole parcels that lie in the post, sorted; others are not shown. */
    List<String> list() throws TransportException;

    /**
     * Returns these names, of which those may be missing that came before an instant, where looking further back takes a
     * post long. It allows for clocks that are wrong; what was found once is returned as long as it lies there.
     */
    default List<String> list(Instant since) throws TransportException {
        return list();
    }

    /**
     * Returns the content of a listed parcel.
     *
     * @throws TransportException if the post fails, or, of this parcel alone, if there is none of that name
     */
    byte[] fetch(String name) throws TransportException;

    /**
     * Takes back a parcel that was sent through this very transport, whole and unchanged; removing
     * any other name changes nothing. So a reader never takes away what others have yet to read, and
     * whoever kept a parcel can send it again, which changes nothing, to take it back.
     */
    void remove(String name) throws TransportException;

    /** Tells whether who reads this post sees all that is in it; else each parcel goes to its recipient alone. */
    default boolean isShared() {
        return true;
    }

    /** Tells whether a parcel has to name its recipient, unless it is for who the post's address names. */
    default boolean needsRecipient() {
        return !isShared();
    }

    /** Returns from where a listed parcel came, as the post says. */
    default Postmark postmark(String name) throws TransportException {
        return Postmark.NONE;
    }

    /**
     * Returns what the post itself has to say and nobody {@linkplain #wereTold was told}: what came back, and what nobody
     * could use. It is complete after {@link #list}.
     */
    default List<PostNews> news() throws TransportException {
        return List.of();
    }

    /** Says that somebody was told news, so that the post does not say them again. */
    default void wereTold(List<PostNews> news) throws TransportException {}

    /**
     * Tells a post that is not {@linkplain #isShared shared} of which listed parcels all that they brought is safely kept,
     * however long that has been so; it may put them out of the way, and lists them no more then. Nothing is lost by it.
     */
    default void areKept(SortedSet<String> names) throws TransportException {}

    /**
     * Waits until something may have come, for that long at most; returns at once where a post cannot tell.
     *
     * @return whether it could
     * @throws InterruptedException if the thread is interrupted
     */
    default boolean awaits(Duration longest) throws TransportException, InterruptedException {
        return false;
    }

    /** Lets go of connections; closing twice changes nothing. */
    @Override
    void close();
}
