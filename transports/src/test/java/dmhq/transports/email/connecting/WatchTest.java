package dmhq.transports.email.connecting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailServerForTests;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void waiting_ends_when_a_mail_arrives_and_not_for_one_that_was_known() throws Exception {
        try (MailServerForTests server = new MailServerForTests()) {
            deliver(server);
            Sight known;
            long validity;
            try (Mailbox mailbox = Mailbox.open(server.line("ben"), "INBOX", Mailbox.Access.LOOK, "look")) {
                known = mailbox.from(1, "look").get(0);
                validity = mailbox.validity("look");
            }
            Watch watch = new Watch(server.line("ben"), "INBOX", SHORT);
            assertThat(watch.await(validity, known.uid() + 1, SHORT.multipliedBy(2)))
                    .isFalse();

            FutureTask<Boolean> waiting = new FutureTask<>(() -> watch.await(validity, known.uid() + 1, LONG));
            new Thread(waiting).start();
            deliver(server);

            assertThat(waiting.get()).isTrue();
            assertThat(watch.await(validity + 1, known.uid() + 100, LONG)).isTrue();
        }
    }

    private static void deliver(MailServerForTests server) throws Exception {
        server.deliver("ben", "Subject: hello\n\nhello".getBytes(UTF_8));
    }
}
