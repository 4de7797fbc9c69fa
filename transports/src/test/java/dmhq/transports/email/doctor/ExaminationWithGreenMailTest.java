package dmhq.transports.email.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dmhq.transports.email.Credential;
import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.TestCertificates;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a mail server that was not made for these tests. */
class ExaminationWithGreenMailTest {

    private static final String ADDRESS = "natasha@example.org";
    private static final String PASSWORD = "wolf's \"dragoons\" \\ 3025";

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private TlsRelay sending;
    private TlsRelay receiving;
    private GreenMailUser user;

    @BeforeEach
    void start() throws Exception {
        greenMail.start();
        user = greenMail.setUser(ADDRESS, ADDRESS, PASSWORD);
        sending = new TlsRelay(greenMail.getSmtp().getPort());
        receiving = new TlsRelay(greenMail.getImap().getPort());
    }

    @AfterEach
    void stop() throws Exception {
        sending.close();
        receiving.close();
        greenMail.stop();
    }

    private List<Finding> examine(MailServer out, String password, Consumer<Duration> pausing) throws Exception {
        MailAccount account = new MailAccount(
                ADDRESS, ADDRESS, out, receiving.address(), new Credential(Kind.PASSWORD, () -> password));
        Circumstances circumstances = new Circumstances(
                TestCertificates.trusting(),
                () -> Instant.EPOCH,
                new SplittableRandom(3025),
                Duration.ofSeconds(20),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                pausing);
        return new Examination(account, UsedFolders.INBOX, Optional.empty(), circumstances).examine(finding -> {});
    }

    @Test
    void a_good_account_is_fine_whatever_the_size_of_a_mail_may_be() throws Exception {
        old();
        List<Finding> findings = examine(sending.address(), PASSWORD, pause -> {});
        assertThat(findings).filteredOn(f -> f.outcome() != Outcome.FINE).allMatch(f -> f.step() == Step.SIZE);
        assertThat(findings.get(findings.size() - 1).sentence())
                .isEqualTo("What was attached came back as it was, all 4096 bytes of it.");
    }

    @Test
    void mails_that_were_there_before_stay_as_they_were() throws Exception {
        old();
        examine(sending.address(), PASSWORD, pause -> {});
        assertThat(greenMail.getReceivedMessages()).hasSize(2);
        assertThat(greenMail.getManagers().getImapHostManager().getInbox(user).getMessages())
                .noneMatch(m -> m.getFlags().contains(Flags.Flag.SEEN))
                .noneMatch(m -> m.getFlags().contains(Flags.Flag.DELETED));
    }

    @Test
    void a_wrong_password_is_named() throws Exception {
        List<Finding> findings = examine(sending.address(), "wrong", pause -> {});
        assertThat(findings)
                .filteredOn(f -> f.outcome() == Outcome.FAILED)
                .allMatch(f -> f.sentence().contains("refuses the user or the password"))
                .isNotEmpty();
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_silent_drop_is_named() throws Exception {
        try (FakeSubmission dropping = new FakeSubmission()) {
            dropping.open();
            assertThat(examine(dropping.address(), PASSWORD, pause -> {}))
                    .filteredOn(f -> f.outcome() == Outcome.FAILED)
                    .singleElement()
                    .satisfies(f -> assertThat(f.sentence())
                            .isEqualTo(
                                    "The mail was taken, but came into no folder for mails, not even for spam, within"
                                            + " 3 s."));
        }
    }

    @Test
    void a_mail_that_arrives_while_waiting_is_found() throws Exception {
        StringBuilder underway = new StringBuilder();
        try (FakeSubmission slow = new FakeSubmission()) {
            slow.taken = underway::append;
            slow.open();
            List<Finding> findings = examine(slow.address(), PASSWORD, pause -> {
                if (underway.length() > 0) {
                    deliver(underway.toString());
                    underway.setLength(0);
                }
            });
            assertThat(findings).extracting(Finding::outcome).containsOnly(Outcome.FINE);
        }
    }

    private void old() {
        deliver("Subject: an old mail\r\n\r\nold\r\n");
    }

    private void deliver(String mail) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
