package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.email.Credential;
import dmhq.transports.email.MailServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account of a player, which {@code mail.json} describes. */
class OwnMailTest {

    @TempDir
    Path home;

    private final DurableDisk disk = new DurableDisk();
    private final List<String> questions = new ArrayList<>();

    private OwnMail mail() {
        return new OwnMail(
                disk,
                home,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                new OwnMail.Secrets(name -> name.equals("MAIL") ? "from the environment" : null, question -> {
                    questions.add(question);
                    return "typed".toCharArray();
                }),
                new NoMail.Away());
    }

    private static MailSettings settings(List<String> command, @Nullable String environment) {
        MailSettings.Server server = new MailSettings.Server("mail.example.org", 993, MailServer.Security.TLS);
        return new MailSettings(
                "anna@example.org",
                "anna",
                server,
                server,
                Credential.Kind.PASSWORD,
                command,
                environment,
                "INBOX",
                null,
                25_000_000);
    }

    private static String secret(OwnMail mail, MailSettings settings) throws Exception {
        return mail.account(settings).credential().source().secret();
    }

    @Test
    void a_password_that_is_typed_is_asked_for_once_a_command() throws Exception {
        OwnMail mail = mail();
        MailSettings settings = settings(List.of(), null);

        assertThat(secret(mail, settings)).isEqualTo("typed");
        assertThat(secret(mail, settings)).isEqualTo("typed");

        assertThat(questions).containsExactly("Password for anna@example.org");
    }

    @Test
    void one_that_a_server_refused_is_forgotten_and_one_that_it_took_is_not() throws Exception {
        OwnMail mail = mail();
        Credential.Source source =
                mail.account(settings(List.of(), null)).credential().source();
        assertThat(source.secret()).isEqualTo("typed");

        source.heard(false);
        assertThat(source.secret()).isEqualTo("typed");
        assertThat(questions).hasSize(2);

        source.heard(true);
        assertThat(source.secret()).isEqualTo("typed");
        assertThat(questions).hasSize(2);
    }

    @Test
    void one_from_a_command_or_from_the_environment_is_not_asked_for() throws Exception {
        assertThat(secret(mail(), settings(List.of("echo", "from a command"), null)))
                .isEqualTo("from a command");
        assertThat(secret(mail(), settings(List.of(), "MAIL"))).isEqualTo("from the environment");

        assertThat(questions).isEmpty();
    }

    @Test
    void what_is_kept_is_read_again_and_holds_no_password() throws Exception {
        MailSettings settings = settings(List.of(), "MAIL");

        settings.keep(disk, home);

        assertThat(MailSettings.kept(disk, home)).contains(settings);
        assertThat(Files.readString(MailSettings.file(home), UTF_8)).doesNotContain("from the environment");
    }

    @Test
    void without_an_account_or_with_a_damaged_one_the_address_is_refused_with_the_cure() throws Exception {
        Address address = Address.parse("mail:marl@example.org");

        assertThatThrownBy(() -> mail().open(address))
                .isInstanceOf(AddressException.class)
                .hasMessageContaining("run dmhq doctor YOUR-ADDRESS");
        for (String damaged : List.of("", "{", "{\"address\":\"anna@example.org\"}")) {
            Files.writeString(MailSettings.file(home), damaged, UTF_8);
            assertThatThrownBy(() -> mail().open(address))
                    .as(damaged)
                    .isInstanceOf(AddressException.class)
                    .hasMessageContainingAll("mail.json", "run dmhq doctor with your address");
        }
    }
}
