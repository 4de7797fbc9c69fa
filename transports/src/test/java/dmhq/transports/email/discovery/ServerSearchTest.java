package dmhq.transports.email.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailAddress;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.discovery.DomainRecords.Service;
import dmhq.transports.email.discovery.FoundServers.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSearchTest {

    private static final String FILE = "https://autoconfig.example.org/mail/config-v1.1.xml";
    private static final String WELL_KNOWN = "https://example.org/.well-known/autoconfig/mail/config-v1.1.xml";

    private final FakeNet net = new FakeNet();

    private FoundServers find(String address) throws Exception {
        return new ServerSearch(ProviderTable.bundled(), net, net).find(MailAddress.parse(address));
    }

    private static String file(String servers) {
        return "<?xml version='1.0'?><clientConfig version='1.1'><emailProvider id='x'>" + servers
                + "</emailProvider></clientConfig>";
    }

    private static String server(String way, String host, String port, String socket, String more) {
        String element = way.equals("smtp") ? "outgoingServer" : "incomingServer";
        return "<" + element + " type='" + way + "'><hostname>" + host + "</hostname><port>" + port
                + "</port><socketType>" + socket + "</socketType>" + more + "</" + element + ">";
    }

    @Test
    void for_a_provider_of_the_table_nobody_is_asked() throws Exception {
        FoundServers found = find("natasha@GMail.com");
        assertThat(found.origin()).isEqualTo(Origin.TABLE);
        assertThat(found.sentence())
                .isEqualTo("Receiving at imap.gmail.com:993, sending at smtp.gmail.com:465, as natasha@gmail.com,"
                        + " as dmhq's table says.");
        assertThat(found.advice()).contains("app password").contains("https://support.google.com/");
        assertThat(found.doubt()).isEmpty();
        assertThat(net.asked).isEmpty();
    }

    @Test
    void a_provider_that_knows_its_users_by_name_gets_the_name() throws Exception {
        assertThat(find("natasha@web.de").servers().orElseThrow().user()).isEqualTo("natasha");
    }

    @Test
    void a_provider_closed_to_programs_is_named_as_such() throws Exception {
        FoundServers found = find("natasha@proton.me");
        assertThat(found.servers()).isEmpty();
        assertThat(found.sentence()).isEqualTo("Proton Mail has no servers for programs.");
        assertThat(found.advice()).contains("lets no program in").contains("Bridge");
    }

    @Test
    void the_file_of_a_domain_is_asked_with_the_address_and_its_placeholders_are_filled() throws Exception {
        net.pages.put(
                FILE,
                file(server("imap", "IMAP.%EMAILDOMAIN%", "993", "SSL", "<username>%EMAILLOCALPART%</username>")
                        + server("smtp", "smtp.example.org", "465", "SSL", "<username>%EMAILLOCALPART%</username>")));
        FoundServers found = find("natasha+a&b@example.org");
        assertThat(net.asked).containsExactly(FILE + "?emailaddress=natasha%2Ba%26b%40example.org");
        assertThat(found.origin()).isEqualTo(Origin.AUTOCONFIG);
        assertThat(found.servers().orElseThrow().user()).isEqualTo("natasha+a&b");
        assertThat(found.servers().orElseThrow().receiving()).hasToString("imap.example.org:993");
        assertThat(found.password()).isEqualTo(PasswordKind.OWN);
    }

    @Test
    void the_other_place_of_the_file_is_asked_next() throws Exception {
        net.pages.put(
                WELL_KNOWN,
                file(server("imap", "i.example.org", "993", "SSL", "")
                        + server("smtp", "s.example.org", "465", "SSL", "")));
        assertThat(find("natasha@example.org").sentence())
                .isEqualTo("Receiving at i.example.org:993, sending at s.example.org:465, as natasha@example.org, as"
                        + " example.org says.");
    }

    @Test
    void implicit_tls_goes_before_starttls_whatever_the_order_of_the_file() throws Exception {
        net.pages.put(
                FILE,
                file(server("imap", "i.example.org", "143", "STARTTLS", "")
                        + server("imap", "i.example.org", "993", "SSL", "")
                        + server("pop3", "p.example.org", "995", "SSL", "")
                        + server("smtp", "s.example.org", "587", "STARTTLS", "")));
        Servers servers = find("natasha@example.org").servers().orElseThrow();
        assertThat(servers.receiving().port()).isEqualTo(993);
        assertThat(servers.sending().security()).isEqualTo(Security.STARTTLS);
    }

    @Test
    void servers_without_encryption_are_passed_over_with_the_reason() throws Exception {
        net.pages.put(
                FILE,
                file(server("imap", "i.example.org", "143", "plain", "")
                        + server("imap", "j.example.org", "993", "SSL", "")
                        + server("smtp", "s.example.org", "465", "SSL", "")));
        FoundServers found = find("natasha@example.org");
        assertThat(found.servers().orElseThrow().receiving()).hasToString("j.example.org:993");
        assertThat(found.passedOver())
                .containsExactly("i.example.org:143 is offered without encryption, which dmhq never uses.");
    }

    @Test
    void a_file_with_nothing_but_open_servers_does_not_count() throws Exception {
        net.pages.put(
                FILE,
                file(server("imap", "i.example.org", "143", "plain", "")
                        + server("smtp", "s.example.org", "25", "plain", "")));
        net.exchanges.put("example.org", List.of("alt1.aspmx.l.google.com"));
        FoundServers found = find("natasha@example.org");
        assertThat(found.origin()).isEqualTo(Origin.EXCHANGE);
        assertThat(found.passedOver())
                .contains("The file of autoconfig.example.org names no encrypted server for IMAP.");
    }

    @Test
    void a_file_that_wants_tokens_only_is_understood() throws Exception {
        String proof = "<authentication>OAuth2</authentication>";
        net.pages.put(
                FILE,
                file(server("imap", "i.example.org", "993", "SSL", proof)
                        + server("smtp", "s.example.org", "465", "SSL", proof)));
        FoundServers found = find("natasha@example.org");
        assertThat(found.password()).isEqualTo(PasswordKind.TOKEN);
        assertThat(found.advice()).contains("token of OAuth 2");
    }

    @Test
    void a_domain_that_points_to_a_known_provider_gets_the_advice_for_it() throws Exception {
        net.pages.put(
                FILE,
                file(server("imap", "imap.gmail.com", "993", "SSL", "")
                        + server("smtp", "smtp.gmail.com", "465", "SSL", "")));
        assertThat(find("natasha@example.org").advice()).startsWith("Gmail wants an app password");
    }

    @Test
    void records_of_the_domain_name_its_servers() throws Exception {
        net.services.put(
                "_imaps._tcp.example.org",
                List.of(
                        new Service(10, 0, 993, "second.example.org"),
                        new Service(0, 1, 993, "light.example.org"),
                        new Service(0, 5, 9993, "imap.example.org")));
        net.services.put("_submission._tcp.example.org", List.of(new Service(0, 0, 587, "smtp.example.org")));
        net.services.put("_submissions._tcp.example.org", List.of(new Service(0, 0, 0, "")));
        FoundServers found = find("natasha@example.org");
        assertThat(found.origin()).isEqualTo(Origin.SERVICE_RECORDS);
        assertThat(found.servers().orElseThrow().receiving()).hasToString("imap.example.org:9993");
        assertThat(found.servers().orElseThrow().sending().security()).isEqualTo(Security.STARTTLS);
        assertThat(found.doubt()).isEmpty();
    }

    @Test
    void servers_outside_of_the_domain_that_only_name_servers_vouch_for_are_doubted() throws Exception {
        net.services.put("_imaps._tcp.example.org", List.of(new Service(0, 0, 993, "imap.example.org")));
        net.services.put("_submissions._tcp.example.org", List.of(new Service(0, 0, 465, "notexample.org")));
        assertThat(find("natasha@example.org").doubt())
                .contains("notexample.org is not a part of example.org, and what name servers say can be forged: give"
                        + " it a password only if you know it.");
    }

    @Test
    void who_takes_in_the_mail_tells_the_provider_of_a_hosted_domain() throws Exception {
        net.exchanges.put("example.org", List.of("example-org.mail.protection.outlook.com"));
        FoundServers found = find("natasha@example.org");
        assertThat(found.sentence())
                .isEqualTo("Receiving at outlook.office365.com:993, sending at smtp.office365.com:587, as"
                        + " natasha@example.org, since Microsoft 365 takes in the mail of example.org.");
        assertThat(found.password()).isEqualTo(PasswordKind.TOKEN);
    }

    @Test
    void a_guess_takes_hosts_that_exist_and_is_called_one() throws Exception {
        net.hosts.addAll(List.of("mail.example.org", "smtp.example.org"));
        FoundServers found = find("natasha@example.org");
        assertThat(found.sentence())
                .isEqualTo("Receiving at mail.example.org:993, sending at smtp.example.org:465, as"
                        + " natasha@example.org, which is a guess.");
        assertThat(found.doubt()).isPresent();
        assertThat(found.passedOver()).contains("There is no imap.example.org.");
    }

    @Test
    void where_nothing_can_be_guessed_the_sentence_says_whom_to_ask() throws Exception {
        FoundServers found = find("natasha@example.org");
        assertThat(found.servers()).isEmpty();
        assertThat(found.sentence())
                .isEqualTo("No server of mail is known for example.org: ask who runs it for its servers for IMAP and"
                        + " SMTP.");
    }

    @Test
    void a_net_that_does_not_answer_ends_the_search_with_all_that_was_tried() throws Exception {
        net.deaf = true;
        FoundServers found = find("natasha@example.org");
        assertThat(found.servers()).isEmpty();
        assertThat(found.passedOver())
                .contains("autoconfig.example.org could not be asked.")
                .contains("No name server answered for _imaps._tcp.example.org.");
    }

    @Test
    void the_address_goes_to_nobody_but_the_domain() throws Exception {
        find("natasha@example.org");
        assertThat(net.asked)
                .filteredOn(question -> question.contains("natasha"))
                .allMatch(question -> question.startsWith("https://autoconfig.example.org/"));
        assertThat(net.asked).allMatch(question -> question.contains("example.org"));
    }
}
