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
import java.util.Locale;
import java.util.Optional;

/** What was wrong with mails that were looked at, kept until somebody was told. */
public final class MailObjections {

    private static final String FIRST_LINE = "dmhq-mail-objection-2";
    private static final int LINES = 9;

    private final Disk disk;
    private final Path folder;
    private final Noted noted;

    MailObjections(Disk disk, Path folder, Noted noted) {
        this.disk = disk;
        this.folder = folder;
        this.noted = noted;
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

    /** Forgets one after somebody was told, who is not told again however often its mail is looked at. */
    public void forget(MailObjection objection) throws IOException {
        if (objection.related()) {
            noted.add(key(objection.mail()));
        }
        withdraw(objection.mail());
    }

    /** Forgets the one of a mail, since there is none any more. */
    void withdraw(String mail) throws IOException {
        disk.remove(folder.resolve(mail));
    }

    /** Names something of a mail: by its UID, which only gives the order, and by a key that stays the same. */
    static String name(long uid, String key) {
        return String.format(Locale.ROOT, "%010d-%s", uid, key);
    }

    private static String key(String mail) {
        return mail.substring(mail.indexOf('-') + 1);
    }

    /** Keeps one until somebody is told, unless somebody was. */
    void add(MailObjection objection) throws IOException {
        if (noted.contains(key(objection.mail()))) {
            return;
        }
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
        disk.writeSecret(folder.resolve(objection.mail()), text.getBytes(UTF_8));
        for (Path file : disk.list(folder)) {
            String mail = file.getFileName().toString();
            if (!mail.equals(objection.mail()) && key(mail).equals(key(objection.mail()))) {
                disk.remove(file);
            }
        }
    }
}
