package dmhq.format.bench;

import dmhq.format.archive.LongSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the file that the benchmarks use, for other programs to be timed on. */
public final class SessionFile {

    private SessionFile() {}

    /** Takes the seed and where to write. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected: SEED FILE");
        }
        Files.write(Path.of(args[1]), LongSession.of(Long.parseLong(args[0])).pack());
    }
}
