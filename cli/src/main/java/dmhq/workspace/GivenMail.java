package dmhq.workspace;

import dmhq.format.archive.PackedFile;
import dmhq.format.sealing.Seal;
import dmhq.transports.Postmark;
import dmhq.transports.email.reading.Attachment;
import dmhq.transports.email.reading.MailFiles;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import dmhq.transports.email.reading.ReadMail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that people save from their mail programs: one mail, many in one file, or a Maildir. */
final class GivenMail {

    /** What is wrong with a mail whose end is missing, and the cure. */
    static final String CUT_OFF =
            "the mail is cut off, as its end is missing; load it whole in your mail program, save it"
                    + " again, and name that";

    private static final MailReader READER = new MailReader(GivenMail::isOurs, MailLimits.USUAL);

    private final Path file;
    private final MailFiles.Kind kind;

    private GivenMail(Path file, MailFiles.Kind kind) {
        this.file = file;
        this.kind = kind;
    }

    /**
     * A mail in it.
     *
     * @param place where it is, for people
     * @param tooLarge that it was not read, as it has more bytes than any that dmhq reads
     */
    record One(String place, Optional<ReadMail> read, boolean tooLarge) {

        /** Returns what in it is a file of dmhq by its content. */
        List<Attachment> attachments() {
            return read.map(ReadMail::attachments).orElse(List.of());
        }

        /** Returns why something in it cannot be used. */
        List<String> objections() {
            return tooLarge
                    ? List.of("it is larger than any mail that dmhq reads; save the attached file, and name that")
                    : read.map(ReadMail::objections).orElse(List.of());
        }

        /** Tells whether its end is missing, as where a mail program had not loaded all of it yet. */
        boolean cutOff() {
            return read.map(ReadMail::cutOff).orElse(false);
        }

        /** Returns where it came from, as it says. */
        Postmark postmark() {
            return read.map(mail -> new Postmark(mail.from(), mail.offset())).orElse(Postmark.NONE);
        }
    }

    /** Returns a file that was named, if it is one of a mail program. */
    static Optional<GivenMail> in(Path file) throws IOException {
        if (!Files.isDirectory(file) && (!Files.exists(file) || isOurs(file))) {
            return Optional.empty();
        }
        return MailFiles.kind(file).map(kind -> new GivenMail(file, kind));
    }

    private static boolean isOurs(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isOurs(in.readNBytes(MailReader.HEAD));
        }
    }

    /** Tells by its first bytes whether something is a file of dmhq. */
    static boolean isOurs(byte[] head) {
        return Seal.isSealed(head) || PackedFile.begins(head);
    }

    /** Tells whether it holds one mail, and not many. */
    boolean isOne() {
        return kind == MailFiles.Kind.MAIL;
    }

    /** Something that is done with each mail. */
    interface Reader {
        void mail(One mail) throws Refusal, IOException;
    }

    /** Reads one mail after the other. */
    void each(Reader reader) throws Refusal, IOException {
        List<Refusal> refused = new ArrayList<>();
        MailFiles.each(file, kind, MailLimits.USUAL, new MailFiles.Visitor() {
            @Override
            public void mail(String place, byte[] bytes) throws IOException {
                hand(new One(place, Optional.of(READER.read(bytes)), false));
            }

            @Override
            public void tooLarge(String place) throws IOException {
                hand(new One(place, Optional.empty(), true));
            }

            private void hand(One one) throws IOException {
                try {
                    if (refused.isEmpty()) {
                        reader.mail(one);
                    }
                } catch (Refusal e) {
                    refused.add(e);
                }
            }
        });
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
    }
}
