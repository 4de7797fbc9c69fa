package dmhq.engine;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Manifest.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks everything about a file that can be checked from it alone, step by step. */
public final class Verification {

    private final List<String> proved = new ArrayList<>();
    private final List<String> notYetProvable = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Verification() {}

    /** Returns what can be said of an unsealed file; stops at the first thing that is wrong. */
    public static Findings of(byte[] file) {
        try {
            return of(PackedFile.read(file));
        } catch (ArchiveException e) {
            return new Findings(List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /** Returns what can be said of a file whose entries have been read; stops at the first thing that is wrong. */
    public static Findings of(PackedFile file) {
        Verification verification = new Verification();
        try {
            verification.check(file);
        } catch (ArchiveException e) {
            verification.wrong.add(String.valueOf(e.getMessage()));
        }
        return new Findings(verification.proved, verification.notYetProvable, verification.wrong);
    }

    private void check(PackedFile file) throws ArchiveException {
        int entries = file.packed().size();
        proved.add("the file is whole: its " + Counted.of(entries, "entry is", "entries are") + " as "
                + file.packer().fingerprint() + " listed and signed " + (entries == 1 ? "it" : "them"));
        Kind kind = file.manifest().kind();
        if (kind == Kind.SESSION) {
            new SessionVerification(SessionArchive.read(file), proved, notYetProvable).check();
        } else if (kind == Kind.CLOSING) {
            new SessionVerification(SessionArchive.readClosing(file), proved, notYetProvable).check();
        } else if (kind == Kind.INVITATION) {
            InvitationFile invitation = InvitationFile.read(file);
            proved.add("record 0 of session " + invitation.invitation().session()
                    + " is signed by the host whose key the session's id pins");
            notYetProvable.add("that the host is who you think: compare the fingerprint with the host by another way");
        } else {
            notYetProvable.add("whether this " + kind.name().toLowerCase(Locale.ROOT)
                    + " belongs to a session: the session's own records say that when it is taken in");
        }
    }
}
