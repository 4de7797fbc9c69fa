package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files in which mail programs keep mails: one mail ({@code .eml}), many in one file (mbox), or a folder of them
 * (Maildir). They are read and never changed, one mail at a time.
 */
public final class MailFiles {

    private static final int HEAD = 64 << 10;
    private static final List<String> FIELDS = List.of(
            "from", "to", "subject", "date", "received", "return-path", "message-id", "mime-version", "content-type");
    private static final List<String> MAILDIR = List.of("cur", "new");

    private MailFiles() {}

    /** How mails are kept. */
    public enum Kind {
        /** One mail in one file. */
        MAIL,
        /** Mails one after the other, each after a line that begins with {@code From}. */
        MBOX,
        /** A folder with folders {@code cur} and {@code new}, one file a mail. */
        MAILDIR
    }

    /** Is given mails, one after the other. */
    public interface Visitor {

        /**
         * Takes a mail.
         *
         * @param place where it was, for people
         */
        void mail(String place, byte[] bytes) throws IOException;

        /** Is told of a mail that is passed over, since it has more bytes than any is read with. */
        void tooLarge(String place) throws IOException;
    }

    /** Returns what a file or folder is, by its content; empty if it holds no mail. */
    public static Optional<Kind> kind(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return MAILDIR.stream().anyMatch(name -> Files.isDirectory(path.resolve(name)))
                    ? Optional.of(Kind.MAILDIR)
                    : Optional.empty();
        }
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(HEAD), ISO_8859_1);
            boolean mbox = head.startsWith("From ");
            Headers headers = Headers.of(mbox ? head.substring(Math.max(0, head.indexOf('\n') + 1)) : head);
            if (FIELDS.stream().noneMatch(headers::has)) {
                return Optional.empty();
            }
            return Optional.of(mbox ? Kind.MBOX : Kind.MAIL);
        }
    }

    /** Hands over all mails in a file or folder of that kind, in order; a larger one than the limits say is left out. */
    public static void each(Path path, Kind kind, MailLimits limits, Visitor visitor) throws IOException {
        switch (kind) {
            case MAIL -> one(path, limits, visitor);
            case MBOX -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(path), HEAD)) {
                    new Mbox(in, name(path), limits, visitor).read();
                }
            }
            case MAILDIR -> {
                for (String part : MAILDIR) {
                    for (Path file : filesIn(path.resolve(part))) {
                        one(file, limits, visitor);
                    }
                }
            }
        }
    }

    private static void one(Path file, MailLimits limits, Visitor visitor) throws IOException {
        if (Files.size(file) > limits.bytes()) {
            visitor.tooLarge(name(file));
        } else {
            visitor.mail(name(file), Files.readAllBytes(file));
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
