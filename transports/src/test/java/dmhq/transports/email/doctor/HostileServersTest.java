package dmhq.transports.email.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.doctor.TestMail.Condition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Servers that say anything, in any order: they are understood or refused, and nothing secret is told. */
class HostileServersTest {

    private static final String SECRET = "wolf's-dragoons-3025";
    private static final Quote QUOTE = new Quote(SECRET);
    private static final Refusal REFUSAL = new Refusal(Optional.empty(), Kind.PASSWORD);
    private static final int LONGEST_TALK = 40;
    private static final int SEEDS = 300;
    private static final List<String> PIECES = List.of(
            "250-AUTH PLAIN LOGIN",
            "250 SIZE 99999999999999999999",
            "250 SIZE 10000000",
            "220 ready",
            "235 welcome",
            "334 ",
            "354 go on",
            "535 " + SECRET,
            "999 what",
            "250",
            "25",
            "",
            "* OK ready",
            "* CAPABILITY IMAP4rev1 AUTH=PLAIN",
            "TAG OK done",
            "TAG NO [ALERT] " + SECRET,
            "TAG BAD",
            "TAG",
            "+ ",
            "* LIST (\\Junk) \"/\" \"a\\\"b\"",
            "* LIST (\\Junk) NIL {4}\r\nJunk",
            "* LIST () \"/\" {9999999}",
            "* LIST (\\Junk) \"/\" \"" + "\\a".repeat(20_000) + "\"",
            "* OK [UIDNEXT 4294967295]",
            "* OK [UIDNEXT 99999999999]",
            "* 1 FETCH (UID 4294967295 RFC822.SIZE 999999999999999999)",
            "* 1 FETCH (UID 1 RFC822.SIZE 10)",
            "* 1 FETCH (UID 1 BODY[] {5}\r\nhello)",
            "* 1 FETCH (UID 1 BODY[] {5}\r\nhe",
            "\u0000\u0001\u001B[31m",
            "x".repeat(70_000));

    /** A server that has said all it will say before it is asked. */
    private static Wire wire(SplittableRandom random, String known) throws IOException {
        StringBuilder said = new StringBuilder();
        int tag = 1;
        for (int lines = random.nextInt(LONGEST_TALK); lines >= 0; lines--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            said.append(piece.replace("TAG", "d" + tag).replace(SECRET, known)).append("\r\n");
            tag += piece.startsWith("TAG ") ? 1 : 0;
        }
        InputStream in = new ByteArrayInputStream(said.toString().getBytes(StandardCharsets.ISO_8859_1));
        Socket socket = new Socket() {
            @Override
            public InputStream getInputStream() {
                return in;
            }

            @Override
            public OutputStream getOutputStream() {
                return OutputStream.nullOutputStream();
            }
        };
        return new Wire(new MailServer("mail.example.org", 587, Security.STARTTLS), socket);
    }

    private interface Talk {
        void run() throws IOException, Ailment;
    }

    private static void attempt(long seed, Talk talk) {
        try {
            talk.run();
        } catch (IOException e) {
            // The server has nothing more to say, or too much.
        } catch (Ailment e) {
            assertThat(e.sentence() + e.cure())
                    .as("seed " + seed)
                    .doesNotContain(SECRET)
                    .matches("\\P{Cntrl}{1,900}");
        }
    }

    @Test
    void whatever_a_server_for_sending_says_it_is_understood_or_refused() throws Exception {
        SSLContext trusted = SSLContext.getDefault();
        for (long seed = 0; seed < SEEDS; seed++) {
            // At first nobody has told it the secret.
            SmtpTalk first = new SmtpTalk(wire(new SplittableRandom(seed), "wolf"));
            attempt(seed, () -> first.begin(trusted));
            attempt(seed, first::limit);
            SmtpTalk submission = new SmtpTalk(wire(new SplittableRandom(seed), SECRET));
            attempt(seed, () -> submission.send("natasha@example.org", "Subject: x\r\n\r\nx\r\n", QUOTE));
        }
    }

    @Test
    void whatever_a_server_for_receiving_says_it_is_understood_or_refused() throws IOException {
        List<Long> reached = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            long its = seed;
            ImapTalk mailbox = new ImapTalk(wire(new SplittableRandom(seed), SECRET));
            attempt(seed, () -> mailbox.logIn("natasha", SECRET, Kind.PASSWORD, REFUSAL, QUOTE));
            attempt(seed, mailbox::folders);
            attempt(seed, () -> mailbox.open("INBOX"));
            attempt(seed, () -> mailbox.since(1, 1000));
            attempt(seed, () -> {
                mailbox.mail(1);
                reached.add(its);
            });
        }
        assertThat(reached).hasSizeGreaterThan(SEEDS / 50);
    }

    @Test
    void whatever_a_mail_looks_like_it_is_this_one_or_not() throws Exception {
        TestMail mail = new TestMail(MailAddress.parse("natasha@example.org"), new SplittableRandom(1), Instant.EPOCH);
        byte[] good = mail.text().getBytes(StandardCharsets.US_ASCII);
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bad = good.clone();
            for (int changes = random.nextInt(20); changes >= 0; changes--) {
                bad[random.nextInt(random.nextBoolean() ? 900 : bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(mail.recognise(bad).condition()).as("seed " + seed).isNotEqualTo(Condition.RETURNED);
        }
    }
}
