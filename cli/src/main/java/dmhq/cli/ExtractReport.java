package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.archive.Extract;
import dmhq.format.signing.Namespace;
import java.nio.file.Path;

/** Tells what was extracted, and how it is checked without dmhq. */
final class ExtractReport {

    private static final String MANIFEST = "manifest.json";

    private final Terminal terminal;
    private final Path folder;

    ExtractReport(Terminal terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder;
    }

    /**
     * Tells it.
     *
     * @param packer who says to have packed the file
     */
    void tell(Extract content, Party packer) {
        long signatures = content.files().keySet().stream()
                .filter(name -> name.endsWith(Extract.SIGNATURE_END))
                .count();
        terminal.say("Wrote " + content.files().size() + " files to " + folder + ", " + signatures
                + (signatures == 1 ? " of them a signature." : " of them signatures."));
        if (content.unsigned() > 0) {
            terminal.say("Without signatures in it: " + content.unsigned()
                    + " documents whose signers only the records before these name; extract turn.zip for all.");
        } else if (content.record() < 0) {
            terminal.say("The key of " + packer + " in it is the one that packed the file;" + " whether it is that of "
                    + packer + ", the session's records say.");
        }
        terminal.next(
                content.record() < 0
                        ? check(MANIFEST, packer, Namespace.FILE)
                        : check(Extract.recordName(content.record()), Party.HOST, Namespace.RECORD));
    }

    /** The names in an extract need no quotes; that of the folder may. */
    private String check(String name, Party signer, Namespace namespace) {
        String document = quoted(folder.resolve(name));
        return "ssh-keygen -Y verify -f " + quoted(folder.resolve(Extract.ALLOWED_SIGNERS)) + " -I " + signer + " -n "
                + namespace.text() + " -s " + quoted(folder.resolve(name + Extract.SIGNATURE_END)) + " < " + document;
    }

    private static String quoted(Path path) {
        String name = path.toString();
        return name.matches("[\\w./:-]+") ? name : "\"" + name + "\"";
    }
}
