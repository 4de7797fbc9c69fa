package dmhq.cli;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.Patience;
import dmhq.transports.Posts;
import dmhq.transports.RetryingPost;
import dmhq.transports.folder.FolderPost;
import dmhq.workspace.OwnDrafts;
import dmhq.workspace.OwnMail;
import dmhq.workspace.StartedPrograms;
import dmhq.workspace.Surroundings;
import dmhq.workspace.SystemNetwork;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Starts dmhq on the real disk, clock and entropy. */
public final class Main {

    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        int code = new Dmhq(terminal()).run(List.of(arguments));
        String archive = System.getProperty("dmhq.archive");
        if (archive != null) {
            new ClassArchive(new DurableDisk(), Path.of(archive)).renewMeanwhile();
        }
        System.exit(code);
    }

    private static Terminal terminal() {
        Path folder = Path.of("").toAbsolutePath();
        Disk disk = new DurableDisk();
        OwnMail mail = mail(disk);
        Surroundings surroundings = new Surroundings(
                disk,
                clock(),
                new SecureRandom(),
                new Posts(List.of(
                        new RetryingPost(new FolderPost(disk, folder), patience()),
                        mail,
                        new OwnDrafts(disk, folder, clock(), home()))),
                new StartedPrograms(askingHere()),
                home(),
                variable("MEKHQ_HOME"),
                Version.number(),
                mail);
        return new Terminal(
                writer(System.out),
                writer(System.err),
                new BufferedReader(new InputStreamReader(System.in, charset())),
                new HiddenAnswers(System.getenv(Asking.VARIABLE)),
                HiddenAnswers::isAttended,
                () -> Screen.columns(variable("COLUMNS")),
                folder,
                clock().getZone(),
                Main::pass,
                surroundings);
    }

    private static OwnMail mail(Disk disk) {
        HiddenAnswers console = new HiddenAnswers(null);
        OwnMail.Secrets secrets = new OwnMail.Secrets(Main::variable, question -> {
            String answer = console.answer(question);
            return answer == null ? null : answer.toCharArray();
        });
        return new OwnMail(disk, home(), clock(), secrets, new SystemNetwork());
    }

    private static Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    private static boolean pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
        return !Thread.interrupted();
    }

    /** A share that is busy for a moment is worth waiting for; one that is away is not. */
    private static Patience patience() {
        List<Duration> waits =
                LongStream.of(100, 200, 400, 700).mapToObj(Duration::ofMillis).toList();
        return new Patience(waits, Duration.ofSeconds(2), wait -> LockSupport.parkNanos(wait.toNanos()));
    }

    /**
     * With its input in a pipe ssh-keygen would look for a window to ask for a passphrase in; whoever
     * has not chosen one is asked at the terminal.
     */
    private static Map<String, String> askingHere() {
        boolean chosen = System.getenv("SSH_ASKPASS") != null || System.getenv("SSH_ASKPASS_REQUIRE") != null;
        return chosen ? Map.of() : Map.of("SSH_ASKPASS_REQUIRE", "never");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset()), true);
    }

    /** The terminal's own charset; Java 17 knows only that of the system as a whole. */
    private static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private static Path home() {
        String named = variable("DMHQ_HOME");
        return named == null
                ? Path.of(System.getProperty("user.home"), ".dmhq")
                : Path.of(named).toAbsolutePath();
    }

    /** Returns what an environment variable says; null where it is not set, or empty. */
    private static @Nullable String variable(String name) {
        String said = System.getenv(name);
        return said == null || said.isEmpty() ? null : said;
    }
}
