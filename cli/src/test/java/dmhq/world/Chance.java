package dmhq.world;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Streams of chance from one seed, each by a name, so that more draws in one change nothing in the others. */
record Chance(long seed) {

    /** Returns the stream of a name; the same one, from its beginning, each time. */
    SplittableRandom named(String name) {
        byte[] label = (seed + "/" + name).getBytes(StandardCharsets.UTF_8);
        byte[] digest = Digest.of(Bytes.of(label)).value().toArray();
        return new SplittableRandom(ByteBuffer.wrap(digest).getLong());
    }

    /** Tells whether something happens that does so in that many of 100 cases. */
    static boolean percent(SplittableRandom stream, int cases) {
        return stream.nextInt(100) < cases;
    }

    static <T> T pick(SplittableRandom stream, List<T> from) {
        return from.get(stream.nextInt(from.size()));
    }

    /** Returns a random UUID (RFC 9562, version 4). */
    static UUID uuid(SplittableRandom stream) {
        long high = (stream.nextLong() & ~0xF000L) | 0x4000L;
        long low = (stream.nextLong() & ~(0b11L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}
