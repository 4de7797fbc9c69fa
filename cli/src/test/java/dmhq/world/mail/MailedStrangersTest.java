package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.container.Container;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.ContainerWriter;
import dmhq.format.container.Entry;
import dmhq.format.container.Limits;
import dmhq.format.sealing.Seal;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a host is told of mails whose address and signature do not belong together. */
@Timeout(120)
class MailedStrangersTest {

    private static final List<String> SEATS = List.of("ash", "birch");

    private MailHouse house;
    private MailedTable table;
    private MailedSession session;

    @BeforeEach
    void begin() throws Exception {
        house = new EmbeddedHouse(List.of("ash", "birch", "office"));
        table = new MailedTable(house, SEATS, Weather.FAIR, 4);
        session = table.session("harvest", 4);
        session.begin(5);
        session.in(table.player("birch"), "fetch");
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        house.close();
    }

    @Test
    void orders_from_the_right_address_with_a_wrong_signature_are_set_aside_and_count_for_nothing() throws Exception {
        MailedPlayer birch = table.player("birch");
        session.submit(birch);
        byte[] orders = Files.readAllBytes(birch.root().resolve("harvest/submitted/turn-2-r1.zip"));
        birch.mail("ash@example.org", "holiday.zip", sealedToHost(signedByAnother(orders)));

        String said = session.said(table.player("ash"), "resolve");

        assertThat(said)
                .contains(
                        "holiday.zip: manifest: the file says it is from birch, but is signed by another key: SHA256:",
                        "a copy is kept as set-aside/",
                        "ask its sender to send it again")
                .contains("Resolved turn 2");
        assertThat(table.player("ash")
                        .workspace("harvest")
                        .hostArchive()
                        .chain()
                        .record(2)
                        .orders())
                .hasSize(2);
    }

    @Test
    void orders_from_another_address_count_and_the_host_is_told_how_to_write_there() throws Exception {
        MailedPlayer birch = table.player("birch");
        birch.use(house.line("office"));
        session.submit(birch);

        String said = session.said(table.player("ash"), "resolve");

        assertThat(said)
                .contains(
                        "Took in orders of birch for turn 2, revision 1; it came from office@example.org, while birch is"
                                + " written to at birch@example.org (if that has changed: dmhq host address birch"
                                + " office@example.org).")
                .contains("Resolved turn 2");
        session.submit(table.player("ash"));
        assertThat(birch.newest("harvest")).isEqualTo(1);
        session.in(birch, "fetch");
        assertThat(birch.newest("harvest"))
                .as("turns go where they went until the host says otherwise")
                .isEqualTo(1);

        session.in(table.player("ash"), "host", "address", "birch", "office@example.org");
        session.in(birch, "fetch", "--ask");
        session.in(table.player("ash"), "resolve");
        session.in(birch, "fetch");

        assertThat(birch.newest("harvest")).isEqualTo(2);
    }

    @Test
    void what_strangers_wrote_steers_no_terminal() throws Exception {
        MailedPlayer ash = table.player("ash");
        Path objections = Files.createDirectories(ash.home().resolve("mail/objections"));
        Files.writeString(
                objections.resolve("1"),
                "dmhq-mail-objection-2\nUNUSABLE\neve@example.org\n\n\u009B2Jgone\ntrue\nfalse\n\u202Eno\n");
        try (Stream<Path> deliveries = Files.list(ash.home().resolve("mail/deliveries"))) {
            for (Path delivery : deliveries.toList()) {
                Files.writeString(
                        delivery, Files.readString(delivery).replaceFirst("\n\n$", "\npermanent \33[1mno\u009B\n"));
            }
        }

        assertThat(session.said(ash, "resolve"))
                .contains("the mail '\\u{9b}2Jgone' from eve@example.org: \\u{202e}no.");
        assertThat(session.in(ash, "host", "address").text())
                .contains("birch@example.org", "; it came back: \\u{1b}[1mno\\u{9b}");
    }

    private byte[] sealedToHost(byte[] plain) throws Exception {
        return Seal.close(
                plain,
                List.of(table.player("ash")
                        .workspace("harvest")
                        .archive()
                        .chain()
                        .host()
                        .sealingKey()));
    }

    private static byte[] signedByAnother(byte[] packed) throws Exception {
        Map<String, Entry> entries =
                new LinkedHashMap<>(ContainerReader.read(packed, Limits.usual()).entries());
        Bytes manifest = Objects.requireNonNull(entries.get("manifest.json")).content();
        String signature = SshSignature.make(SigningKey.draw(new Random(5)), Namespace.FILE, manifest)
                .armored();
        entries.put("manifest.json.sig", Entry.of("manifest.json.sig", Bytes.of(signature.getBytes(UTF_8))));
        return ContainerWriter.write(new Container(entries));
    }
}
