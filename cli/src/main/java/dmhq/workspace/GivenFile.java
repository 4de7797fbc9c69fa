package dmhq.workspace;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.container.Limits;
import dmhq.format.disk.Disk;
import dmhq.format.sealing.Seal;
import dmhq.transports.email.reading.Attachment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A file that somebody named, which may be anything. */
public final class GivenFile {

    /** The most bytes that are read of a file, and of what is inside its seal. */
    public static final int LARGEST = Limits.usual().fileSize();

    private GivenFile() {}

    /**
     * Returns the bytes of a file, or of the one file of dmhq in a mail that was saved as a file; one that is too large is
     * not read at all.
     *
     * @param name what it is called for people
     * @throws ArchiveException of layer container, if it is larger than {@link #LARGEST}, or a mail without a file of dmhq
     *     or with several
     * @throws Refusal if it is a folder
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    public static byte[] read(Disk disk, Path file, String name) throws ArchiveException, Refusal, IOException {
        OptionalLong size = disk.size(file);
        if (size.isEmpty()) {
            throw new Refusal(name + ": container: it is a folder; name a file in it");
        }
        if (size.getAsLong() > LARGEST) {
            throw new ArchiveException(
                    Layer.CONTAINER, "it has " + size.getAsLong() + " bytes; a file of dmhq has at most " + LARGEST);
        }
        Optional<GivenMail> mail = GivenMail.in(file);
        return mail.isPresent() ? attached(mail.get()) : disk.read(file);
    }

    private static byte[] attached(GivenMail mail) throws ArchiveException, Refusal, IOException {
        List<Attachment> attachments = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        List<String> cutOff = new ArrayList<>();
        mail.each(one -> {
            if (one.cutOff()) {
                cutOff.add(one.place());
            }
            attachments.addAll(one.attachments());
            objections.addAll(one.objections());
        });
        if (mail.isOne() && !cutOff.isEmpty() && (attachments.isEmpty() || isBroken(attachments))) {
            throw new ArchiveException(Layer.CONTAINER, GivenMail.CUT_OFF);
        }
        if (attachments.size() == 1) {
            return attachments.get(0).bytes();
        }
        String what = mail.isOne() ? "a mail" : "a file of mails";
        throw new ArchiveException(
                Layer.CONTAINER,
                attachments.isEmpty()
                        ? "it is " + what + " without a file of dmhq"
                                + (objections.isEmpty() ? "" : ": " + String.join("; ", objections))
                        : "it is " + what + " with " + attachments.size()
                                + " files of dmhq; save the one you mean, and name that");
    }

    /** What is sealed says only to whom it is for whether it is whole. */
    private static boolean isBroken(List<Attachment> attachments) {
        byte[] last = attachments.get(attachments.size() - 1).bytes();
        try {
            if (!Seal.isSealed(last)) {
                PackedFile.read(last);
            }
            return false;
        } catch (ArchiveException e) {
            return !e.isOfLaterVersion();
        }
    }
}
