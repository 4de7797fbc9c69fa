package dmhq.transports.email.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.transports.email.MailServer.Security;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTableTest {

    private static final String ONE = """
            # remarks are skipped
            date 2026-01-02

            provider Castle
            domains castle.example keep.example
            exchanges in.castle.example
            receiving imap.castle.example:993 tls
            sending smtp.castle.example:587 starttls
            user local
            password app
            page https://castle.example/passwords
            limit 25
            remark Gates close at ten.
            """;

    @Test
    void the_table_that_comes_along_can_be_read_and_says_as_of_when_it_holds() {
        ProviderTable table = ProviderTable.bundled();
        assertThat(table.date()).isAfterOrEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(table.providers()).hasSizeGreaterThan(20);
    }

    @Test
    void every_provider_of_the_table_says_in_one_line_which_password_it_wants() {
        for (Provider provider : ProviderTable.bundled().providers()) {
            assertThat(provider.advice())
                    .startsWith(provider.name())
                    .endsWith(".")
                    .doesNotContain("\n");
        }
    }

    @Test
    void implicit_tls_is_named_at_its_ports_and_starttls_at_others() {
        for (Provider provider : ProviderTable.bundled().providers()) {
            provider.offer().ifPresent(offer -> {
                assertThat(offer.receiving().port())
                        .as(provider.name())
                        .isEqualTo(offer.receiving().security() == Security.TLS ? 993 : 143);
                assertThat(offer.sending().port())
                        .as(provider.name())
                        .isEqualTo(offer.sending().security() == Security.TLS ? 465 : 587);
            });
        }
    }

    @Test
    void the_large_providers_are_known_with_the_password_they_want() {
        assertThat(List.of("gmail.com", "yahoo.com", "icloud.com", "fastmail.com", "t-online.de"))
                .allSatisfy(domain -> assertThat(wanted(domain)).contains(PasswordKind.APP));
        assertThat(List.of("outlook.com", "hotmail.co.uk", "live.de"))
                .allSatisfy(domain -> assertThat(wanted(domain)).contains(PasswordKind.TOKEN));
        assertThat(List.of("gmx.de", "web.de", "posteo.de", "mailbox.org"))
                .allSatisfy(domain -> assertThat(wanted(domain)).contains(PasswordKind.OWN));
        assertThat(List.of("proton.me", "tuta.com"))
                .allSatisfy(domain -> assertThat(wanted(domain)).contains(PasswordKind.NONE));
    }

    private static Optional<PasswordKind> wanted(String domain) {
        return ProviderTable.bundled().ofDomain(domain).map(Provider::password);
    }

    @Test
    void domains_that_a_provider_hosts_are_known_by_who_takes_in_their_mail() {
        ProviderTable table = ProviderTable.bundled();
        assertThat(table.ofExchange("aspmx.l.google.com").map(Provider::name)).contains("Gmail");
        assertThat(table.ofExchange("eur.olc.protection.outlook.com").map(Provider::name))
                .contains("Outlook.com");
        assertThat(table.ofExchange("example-org.mail.protection.outlook.com").map(Provider::name))
                .contains("Microsoft 365");
        assertThat(table.ofExchange("mail.notgoogle.com")).isEmpty();
        // mail.com receives there, and its accounts are not GMX's.
        assertThat(table.ofExchange("mx0.gmx.com")).isEmpty();
    }

    @Test
    void all_that_a_block_says_is_read() {
        Provider castle = ProviderTableReader.read(ONE).providers().get(0);
        assertThat(castle.advice())
                .isEqualTo("Castle wants an app password, which you make for dmhq alone at"
                        + " https://castle.example/passwords. Gates close at ten.");
        assertThat(castle.domains()).containsExactly("castle.example", "keep.example");
        assertThat(castle.exchanges()).containsExactly("in.castle.example");
        assertThat(castle.limit()).hasValue(25_000_000);
        assertThat(castle.offer().orElseThrow().byLocal()).isTrue();
        assertThat(castle.offer().orElseThrow().sending().security()).isEqualTo(Security.STARTTLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date 2026-01-02|date tomorrow",
                "date 2026-01-02|since 2026-01-02",
                "castle.example keep.example|castle.example castle.example",
                "castle.example keep.example|Castle.example",
                "castle.example keep.example|castle.example  keep.example",
                ":993 tls|:993 plain",
                ":993 tls|:99300 tls",
                ":993 tls|:0 tls",
                "user local|user name",
                "user local|alias local",
                "password app|password none",
                "password app|password secret",
                "page https|page http",
                "page https://castle.example/passwords\n|",
                "limit 25|limit 25 MB",
                "limit 25|limit 0",
                "remark Gates close at ten.|remark ",
                "user local\npassword app|password app\nuser local"
            })
    void a_table_of_another_form_is_refused(String change) {
        String[] parts = change.split("\\|", 2);
        String changed = ONE.replace(parts[0], parts[1]);
        assertThat(changed).isNotEqualTo(ONE);
        assertThatThrownBy(() -> ProviderTableReader.read(changed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_domain_belongs_to_one_provider_and_providers_are_in_order() {
        String block = ONE.substring(ONE.indexOf("provider"));
        assertThatThrownBy(() -> ProviderTableReader.read(ONE + "\n" + block.replace("Castle", "Keep")))
                .hasMessageContaining("is taken");
        assertThatThrownBy(() -> ProviderTableReader.read(
                        ONE + "\n" + block.replace("Castle", "Alcazar").replace("le.ex", "lle.ex")))
                .hasMessageContaining("behind that of the provider before");
    }
}
