package dmhq.format.bench;

import dmhq.format.Digest;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.LongSession;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing and checking the file of a long session, and what gzip does on the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls play() before anything else.
public class SessionBenchmark {

    /** What the session is drawn from; JMH prints it. */
    @Param("20250901")
    public long seed;

    private LongSession session;
    private byte[] file;
    private byte[] contents;
    private byte[] gzipped;

    /** Plays the session, which is not measured. */
    @Setup
    public void play() throws ArchiveException, IOException {
        session = LongSession.of(seed);
        file = session.pack();
        contents = Baseline.contents(PackedFile.read(file));
        gzipped = Baseline.gzip(contents);
    }

    /** Writes the host's file: JSON, gzip, digests, signature of the manifest, container. */
    @Benchmark
    public byte[] write() {
        return session.pack();
    }

    /** Reads the file and checks all that {@code dmhq verify} checks without the rules. */
    @Benchmark
    public SessionArchive verify() throws ArchiveException {
        return SessionArchive.read(PackedFile.read(file));
    }

    /** Reads the file as one that was checked before, which everyday commands do. */
    @Benchmark
    public SessionArchive takeUp() throws ArchiveException {
        return SessionArchive.takeUp(PackedFile.read(file));
    }

    /** Compresses the contents of all entries, as {@code gzip -6} does. */
    @Benchmark
    public byte[] baselineGzip() throws IOException {
        return Baseline.gzip(contents);
    }

    /** Unpacks and digests them, as {@code gzip -d | sha256sum} does. */
    @Benchmark
    public Digest baselineGunzipAndDigest() throws IOException {
        return Baseline.digest(gzipped);
    }
}
