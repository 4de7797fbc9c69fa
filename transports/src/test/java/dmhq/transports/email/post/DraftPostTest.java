package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.RealProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftPostTest {

    private static final Cover COVER = new Cover("My orders", "Here they are.", "", "");

    @TempDir
    Path base;

    private DraftPost post;

    @BeforeEach
    void make_a_post() {
        post = new DraftPost(
                new DurableDisk(), base, MailAddress.find("anna@example.org").orElseThrow(), MailTransportTest.CLOCK);
    }

    @Test
    void a_draft_opens_elsewhere_as_a_mail_still_to_be_sent_with_the_parcel_attached() throws Exception {
        send("draft:", "orders.zip", "ben@example.org", "orders");

        String read = RealProgram.run(base, RealProgram.find("python3"), "-c", """
                import email, email.policy
                m = email.message_from_binary_file(open('orders.zip.eml', 'rb'), policy=email.policy.default)
                print(m['x-unsent'], m['from'], m['to'], m['subject'])
                print([(a.get_filename(), a.get_payload(decode=True)) for a in m.iter_attachments()])
                """);

        assertThat(read).isEqualTo("1 anna@example.org ben@example.org My orders\n[('orders.zip', b'orders')]\n");
    }

    @Test
    void to_whom_a_draft_goes_may_be_left_open() throws Exception {
        send("draft:out/box", "orders.zip", "", "orders");

        assertThat(Files.readString(base.resolve("out/box/orders.zip.eml"))).doesNotContain("\r\nTo:");
    }

    @Test
    void the_same_draft_is_written_once_and_another_under_its_name_is_refused() throws Exception {
        send("draft:", "orders.zip", "", "orders");
        byte[] before = Files.readAllBytes(base.resolve("orders.zip.eml"));

        send("draft:", "orders.zip", "", "orders");
        assertThatThrownBy(() -> send("draft:", "orders.zip", "", "others"))
                .isInstanceOf(TransportException.class)
                .hasMessageContainingAll("draft of orders.zip", "taken");

        assertThat(Files.readAllBytes(base.resolve("orders.zip.eml"))).isEqualTo(before);
    }

    @Test
    void a_draft_is_no_parcel_that_arrives_and_can_be_taken_back() throws Exception {
        try (Transport drafts = post.open(Address.parse("draft:"))) {
            drafts.send(new Parcel("orders.zip", "", "orders".getBytes(UTF_8), COVER));

            assertThat(drafts.list()).isEmpty();
            assertThatThrownBy(() -> drafts.fetch("orders.zip")).hasMessageContaining("no such parcel");
            drafts.remove("orders.zip");
        }
        assertThat(base).isEmptyDirectory();
    }

    private void send(String address, String name, String recipient, String content) throws Exception {
        try (Transport drafts = post.open(Address.parse(address))) {
            drafts.send(new Parcel(name, recipient, content.getBytes(UTF_8), COVER));
        }
    }
}
