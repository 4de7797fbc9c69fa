package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.disk.Disk;
import dmhq.transports.email.writing.MessageIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Whom a program has answered, and when, so that two programs do not answer each other for ever (RFC 3834, 2). */
public final class AnswerBook {

    private final Disk disk;
    private final Path folder;

    AnswerBook(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Tells whether a mail may be answered by a program now: it allows that, and its sender got no answer lately. */
    public boolean mayAnswer(Origin origin, Instant now, Duration period) throws IOException {
        if (!origin.answerable()) {
            return false;
        }
        Path file = file(origin.from());
        if (!disk.exists(file)) {
            return true;
        }
        try {
            Instant last = Instant.parse(new String(disk.read(file), UTF_8).strip());
            // A clock that was ahead must not silence us until then.
            return last.isAfter(now) || !now.isBefore(last.plus(period));
        } catch (DateTimeException e) {
            return true;
        }
    }

    /** Writes down that an answer leaves; before it does, since a second one is worse than none. */
    public void answer(Origin origin, Instant now) throws IOException {
        disk.writeSecret(file(origin.from()), (now + "\n").getBytes(UTF_8));
    }

    private Path file(String address) {
        String same = address.toLowerCase(Locale.ROOT);
        return folder.resolve(MessageIds.sha256(same.getBytes(UTF_8)).substring(0, 32));
    }
}
