package dmhq.transports.email.connecting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.ScriptedImap;
import java.time.Duration;
import java.util.List;
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

    @Test
    void a_server_is_asked_to_tell_again_and_again_and_looked_at_in_between() throws Exception {
        Duration every = Duration.ofMillis(1_200);
        try (ScriptedImap server = new ScriptedImap("NIL", "Subject: hello\n\nhello".getBytes(UTF_8))) {
            assertThat(new Watch(server.line(), "INBOX", every).await(7, 2, every.multipliedBy(5)))
                    .isFalse();

            List<String> said = server.commands().stream()
                    .filter(command -> command.endsWith(" IDLE") || command.contains("UID FETCH 2:*"))
                    .map(command -> command.substring(command.indexOf(' ') + 1, command.indexOf(' ') + 5))
                    .toList();
            assertThat(said).startsWith("UID ", "IDLE", "UID ", "IDLE", "UID ", "IDLE");
            assertThat(server.commands()).contains("DONE");
        }
    }

    private static void deliver(MailServerForTests server) throws Exception {
        server.deliver("ben", "Subject: hello\n\nhello".getBytes(UTF_8));
    }
}
