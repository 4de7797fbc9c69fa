package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dmhq.transports.Address;
import dmhq.transports.Transport;
import dmhq.transports.TransportContract;
import dmhq.transports.email.MailServerForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Everyone shares one account, which writes to itself. */
class MailTransportTest implements TransportContract {

    /** All but the texts of the cover that the contract uses. */
    static final Predicate<byte[]> OURS = head -> {
        String start = new String(head, US_ASCII);
        return !start.startsWith("Your turn.") && !start.startsWith("<p>Your turn.");
    };

    static final Instant NOW = Instant.parse("2026-11-05T20:15:30Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.ofHours(10));

    @TempDir
    Path state;

    private static MailServerForTests server;

    @BeforeAll
    static void start_a_server() {
        server = new MailServerForTests();
    }

    @AfterAll
    static void stop_the_server() {
        server.close();
    }

    @BeforeEach
    void empty_the_mailboxes() throws Exception {
        server.greenMail().purgeEmailFromAllMailboxes();
    }

    @Override
    public Transport open() throws Exception {
        return PostForTests.of(server.line("anna"), OURS, state).open(Address.parse("mail:anna@example.org"));
    }
}
