package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What was wrong with mails that were looked at, kept until somebody was told. */
public final class MailObjections {

    private static final String FIRST_LINE = "dmhq-mail-objection-1";
    private static final int LINES = 8;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Disk disk;
    private final Path folder;

    MailObjections(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Returns those nobody was told yet, in the order of the mails. */
    public List<MailObjection> all() throws IOException {
        List<MailObjection> all = new ArrayList<>();
        for (Path file : disk.list(folder)) {
            String[] lines = new String(disk.read(file), UTF_8).split("\n", -1);
            if (lines.length == LINES && lines[0].equals(FIRST_LINE)) {
                all.add(new MailObjection(
                        file.getFileName().toString(),
                        lines[1],
                        lines[2],
                        lines[3],
                        Boolean.parseBoolean(lines[4]),
                        Boolean.parseBoolean(lines[5]),
                        lines[6]));
            }
        }
        return List.copyOf(all);
    }

    /** Forgets one after somebody was told. */
    public void forget(MailObjection objection) throws IOException {
        disk.remove(folder.resolve(objection.mail()));
    }

    void add(MailObjection objection) throws IOException {
        String text = String.join(
                "\n",
                FIRST_LINE,
                oneLine(objection.from()),
                oneLine(objection.id()),
                oneLine(objection.subject()),
                String.valueOf(objection.related()),
                String.valueOf(objection.answerable()),
                oneLine(objection.reason()),
                "");
        disk.write(folder.resolve(objection.mail()), text.getBytes(UTF_8));
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
