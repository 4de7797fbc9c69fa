package dmhq.mekhq.bench;

import dmhq.mekhq.EditedSave;
import dmhq.mekhq.Save;
import dmhq.mekhq.SaveException;
import dmhq.mekhq.edit.Edit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/** Reading a save, editing it, and what gzip alone takes on the same bytes; with 256 MiB of heap. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Xmx256m")
@SuppressWarnings("NullAway.Init") // JMH calls make() before anything else.
public class SaveBenchmark {

    private static final List<Edit> EDITS =
            List.of(new Edit.Wire(-500_000, "To the Wolfhounds, wire-7"), new Edit.ReportLine("Paid the Wolfhounds"));

    /** The unpacked size in MB of a save that is made, or the path of one that is there. */
    @Param("45")
    public String save;

    private byte[] file;
    private byte[] xml;

    /** Makes or reads the file, which is not measured; unpacked only for the measurement that needs it. */
    @Setup
    public void make(BenchmarkParams measured) throws IOException {
        file = save.matches("\\d{1,3}")
                ? LargeSave.of(Integer.parseInt(save) * 1_000_000)
                : Files.readAllBytes(Path.of(save));
        if (measured.getBenchmark().endsWith(".gzip")) {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
                xml = in.readAllBytes();
            }
        }
    }

    /** Reads the file and all facts in it. */
    @Benchmark
    public Save read() throws SaveException {
        return Save.read(file);
    }

    /** Reads the file, edits it, packs the copy, reads that again with two parsers and proves it. */
    @Benchmark
    public EditedSave apply() throws SaveException {
        return Save.read(file).with(EDITS);
    }

    /** Packs the bytes of the save. */
    @Benchmark
    public byte[] gzip() {
        return LargeSave.gzip(xml);
    }
}
