package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.disk.Disk;
import dmhq.transports.email.post.MailObjection.Kind;
import dmhq.transports.email.reading.OneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was wrong with mails that were looked at, kept until somebody was told. */
public final class MailObjections {

    private static final String FIRST_LINE = "dmhq-mail-objection-2";
    private static final int LINES = 9;

    private final Disk disk;
    private final Path folder;

    MailObjections(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Returns those nobody was told yet, in the order of the mails; a file in another form is none. */
    public List<MailObjection> all() throws IOException {
        List<MailObjection> all = new ArrayList<>();
        for (Path file : disk.list(folder)) {
            String[] lines = new String(disk.read(file), UTF_8).split("\n", -1);
            if (lines.length == LINES && lines[0].equals(FIRST_LINE)) {
                Optional<Kind> kind = Arrays.stream(Kind.values())
                        .filter(each -> each.name().equals(lines[1]))
                        .findFirst();
                kind.ifPresent(known -> all.add(new MailObjection(
                        known,
                        file.getFileName().toString(),
                        lines[2],
                        lines[3],
                        lines[4],
                        Boolean.parseBoolean(lines[5]),
                        Boolean.parseBoolean(lines[6]),
                        lines[7])));
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
                objection.kind().name(),
                OneLine.of(objection.from()),
                OneLine.of(objection.id()),
                OneLine.of(objection.subject()),
                String.valueOf(objection.related()),
                String.valueOf(objection.answerable()),
                OneLine.of(objection.reason()),
                "");
        disk.write(folder.resolve(objection.mail()), text.getBytes(UTF_8));
    }
}
