package dmhq.transports.folder;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Patience;
import dmhq.transports.Retrying;
import dmhq.transports.Transport;
import dmhq.transports.TransportContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder that never fails is what it was, asked with patience. */
class RetryingFolderTest implements TransportContract {

    @TempDir
    Path folder;

    @Override
    public Transport open() {
        Patience patience = new Patience(List.of(Duration.ofHours(1)), Duration.ofHours(1), wait -> {
            throw new AssertionError("nothing failed, and yet it waits for " + wait);
        });
        return new Retrying(new FolderTransport(folder, new DurableDisk()), patience);
    }
}
