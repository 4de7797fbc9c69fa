package dmhq.world.mail;

import dmhq.cli.Typing;
import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.Posts;
import dmhq.transports.Transport;
import dmhq.transports.email.Credential;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.TestAuthority;
import dmhq.transports.email.connecting.MailLine;
import dmhq.transports.email.discovery.DomainRecords;
import dmhq.transports.email.discovery.Pages;
import dmhq.transports.email.post.MailPost;
import dmhq.transports.folder.FolderPost;
import dmhq.workspace.MailNetwork;
import dmhq.workspace.MailSettings;
import dmhq.workspace.OwnDrafts;
import dmhq.workspace.OwnMail;
import dmhq.workspace.Surroundings;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A player with a home in which {@code mail.json} lies, a folder, and a password in the environment. */
final class MailedPlayer {

    private static final String VARIABLE = "MAIL_PASSWORD";

    private final String name;
    private final Path root;
    private final Disk disk = new DurableDisk();
    private ZoneId zone = ZoneOffset.UTC;

    /** Makes one who uses that account. */
    MailedPlayer(String name, Path root, MailLine line) throws IOException {
        this.name = name;
        this.root = root.resolve(name);
        Files.createDirectories(this.root);
        use(line);
    }

    /** Uses an account from now on. */
    void use(MailLine line) throws IOException {
        use(line, VARIABLE);
    }

    /** Uses an account from now on, whose password is in a variable, or else typed. */
    void use(MailLine line, @Nullable String variable) throws IOException {
        MailAccount account = line.account();
        new MailSettings(
                        account.address(),
                        account.user(),
                        MailSettings.Server.of(account.sending()),
                        MailSettings.Server.of(account.receiving()),
                        Credential.Kind.PASSWORD,
                        List.of(),
                        variable,
                        "INBOX",
                        null,
                        MailPost.LARGEST)
                .keep(disk, home());
    }

    /** Goes where clocks show another time. */
    void travel(ZoneId there) {
        zone = there;
    }

    /**
     * Types a command.
     *
     * @param at what the clock says
     * @param entropy the seed of all that is drawn
     */
    Typing.Outcome type(Instant at, long entropy, List<String> words) {
        return Typing.run(surroundings(at, entropy), root, words);
    }

    /** Types a command, and an answer to what it asks. */
    Typing.Outcome type(Instant at, long entropy, List<String> words, String answer) {
        return Typing.run(surroundings(at, entropy), root, words, answer);
    }

    /** Types a command, and waits for its end before the screen. */
    Typing.Outcome typeAndWait(Instant at, List<String> words) {
        return Typing.run(surroundings(at, 0), root, words, "", true, time -> false);
    }

    /**
     * Types a command that waits.
     *
     * @param secrets where the password comes from
     * @param pause lets time pass, and tells whether it goes on
     */
    Typing.Outcome type(Instant at, List<String> words, OwnMail.Secrets secrets, Predicate<Duration> pause) {
        return Typing.run(surroundings(at, 0, secrets), root, words, "", false, pause);
    }

    private Surroundings surroundings(Instant at, long entropy) {
        OwnMail.Secrets secrets = new OwnMail.Secrets(
                variable -> variable.equals(VARIABLE) ? MailServerForTests.PASSWORD : null, question -> null);
        return surroundings(at, entropy, secrets);
    }

    private Surroundings surroundings(Instant at, long entropy, OwnMail.Secrets secrets) {
        Clock clock = Clock.fixed(at, zone);
        OwnMail mail = new OwnMail(disk, home(), clock, secrets, new OnlyTheTestAuthority());
        return new Surroundings(
                disk,
                () -> at,
                new Random(entropy),
                new Posts(List.of(new FolderPost(disk, root), mail, new OwnDrafts(disk, root, clock, home()))),
                (command, input) -> {
                    throw new IOException("there is no " + command.get(0) + " here");
                },
                home(),
                null,
                "mailed",
                mail);
    }

    /** Mails a file to somebody by hand. */
    void mail(String to, String fileName, byte[] file) throws Exception {
        try (Transport transport = surroundings(Instant.EPOCH, 0).posts().open(Address.parse("mail:" + to))) {
            transport.send(new Parcel(fileName, "", file, new Cover("See below", "", "", "")));
        }
    }

    Workspace workspace(String session) throws Exception {
        return Workspace.open(surroundings(Instant.EPOCH, 0), root.resolve(session));
    }

    /** Returns the number of the newest record that has come; -1 for none. */
    int newest(String session) throws Exception {
        return Files.exists(root.resolve(session).resolve("workspace.json"))
                ? workspace(session).archive().chain().newest()
                : -1;
    }

    /** Returns what has been set aside in a session. */
    List<String> setAside(String session) throws IOException {
        Path folder = root.resolve(session).resolve("set-aside");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Path root() {
        return root;
    }

    Path home() {
        return root.resolve("home");
    }

    @Override
    public String toString() {
        return name;
    }

    /** Nothing is known of servers but whose certificates are believed. */
    private static final class OnlyTheTestAuthority implements MailNetwork {

        @Override
        public SSLContext trusted() {
            return TestAuthority.LOCAL.context();
        }

        @Override
        public DomainRecords records() {
            throw new AssertionError("all accounts are known here");
        }

        @Override
        public Pages pages() {
            throw new AssertionError("all accounts are known here");
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(30);
        }
    }
}
