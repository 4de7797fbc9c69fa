package dmhq.workspace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.archive.ArchiveException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Players whose own mail programs do the mailing, and who save the mails as files. */
class GivenMailTest extends ThreePlayers {

    private Path orders;

    GivenMailTest() {
        super(41);
    }

    @BeforeEach
    void submit() throws Exception {
        corrigan.fetch();
        corrigan.submit();
        Path sent = table.parcels("submission_from_corrigan").get(0);
        orders = Files.move(sent, root.resolve("orders.bin"));
    }

    @Test
    void the_orders_in_a_saved_mail_are_taken_in_whatever_they_are_called() throws Exception {
        Path saved = Files.write(root.resolve("Fwd turn.eml"), mail("corrigan@example.org", "image.png", orders));

        List<Arrival> arrivals = given(saved);

        assertThat(arrivals).extracting(Arrival::kind).containsExactly(Arrival.Kind.TAKEN);
        assertThat(arrivals.get(0).sentence()).startsWith("orders of corrigan for turn 2, revision 1");
        assertThat(given(saved)).extracting(Arrival::kind).containsExactly(Arrival.Kind.KNOWN);
    }

    @Test
    void every_mail_of_a_file_of_mails_or_of_a_maildir_is_looked_at() throws Exception {
        byte[] mine = mail("corrigan@example.org", "orders.zip", orders);
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        for (byte[] each : List.of(chat("first"), mine, chat("second"))) {
            mbox.writeBytes("From someone Thu Jan  1 00:00:00 2026\n".getBytes(US_ASCII));
            mbox.writeBytes(each);
            mbox.writeBytes("\n".getBytes(US_ASCII));
        }
        Path maildir = Files.createDirectories(root.resolve("Maildir"));
        Files.write(Files.createDirectories(maildir.resolve("cur")).resolve("1.host:2,S"), mine);
        Files.write(Files.createDirectories(maildir.resolve("new")).resolve("2.host"), chat("third"));

        assertThat(given(Files.write(root.resolve("inbox.mbox"), mbox.toByteArray())))
                .extracting(Arrival::kind)
                .containsExactly(Arrival.Kind.TAKEN);
        assertThat(given(maildir)).extracting(Arrival::kind).containsExactly(Arrival.Kind.KNOWN);
    }

    @Test
    void what_a_mailbox_holds_for_others_is_passed_over_in_one_sentence_each_time() throws Exception {
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        List<Path> turns = table.parcels("_from_host_to_dovre_");
        List<byte[]> mails = new ArrayList<>();
        for (Path turn : turns) {
            mails.add(mail("marl@example.org", "turn.zip", turn));
        }
        mails.add(mail("corrigan@example.org", "orders.zip", orders));
        for (byte[] each : mails) {
            mbox.writeBytes("From someone Thu Jan  1 00:00:00 2026\n".getBytes(US_ASCII));
            mbox.writeBytes(each);
            mbox.writeBytes("\n".getBytes(US_ASCII));
        }
        Path saved = Files.write(root.resolve("all.mbox"), mbox.toByteArray());

        assertThat(given(saved)).extracting(Arrival::kind).containsExactly(Arrival.Kind.TAKEN, Arrival.Kind.KNOWN);
        assertThat(given(saved))
                .singleElement()
                .extracting(Arrival::sentence)
                .isEqualTo((turns.size() + 1) + " files in it are dealt with before, nothing changed");
    }

    @Test
    void a_mail_without_a_file_of_dmhq_says_so_with_the_cure() throws Exception {
        Path nothing = Files.write(root.resolve("hello.eml"), chat("hello"));
        Path outlook = Files.write(
                root.resolve("outlook.eml"),
                part("corrigan@example.org", "winmail.dat", "application/ms-tnef", new byte[] {
                    0x78, (byte) 0x9F, 0x3E, 0x22, 1, 0
                }));

        assertThat(given(nothing)).extracting(Arrival::kind).containsExactly(Arrival.Kind.LEFT);
        assertThat(given(nothing).get(0).sentence())
                .startsWith("it is mail, and no file of dmhq is attached to it; name the mail that has one");
        assertThat(given(outlook).get(0).sentence()).contains("winmail.dat");
    }

    @Test
    void a_mail_that_is_cut_off_says_so_and_to_save_it_again() throws Exception {
        byte[] whole = mail("corrigan@example.org", "orders.zip", orders);
        int part = new String(whole, US_ASCII).indexOf("filename=");
        for (int length : List.of(part, part + 30, part + 300, whole.length - 200)) {
            Path cut = Files.write(root.resolve("cut" + length + ".eml"), Arrays.copyOf(whole, length));

            assertThat(given(cut))
                    .as("after %d bytes", length)
                    .extracting(Arrival::sentence)
                    .last()
                    .asString()
                    .startsWith("the mail is cut off")
                    .contains("save it again");
        }
        Path endless = Files.write(root.resolve("endless.eml"), Arrays.copyOf(whole, whole.length - 9));
        assertThat(given(endless)).extracting(Arrival::kind).containsExactly(Arrival.Kind.TAKEN);
    }

    @Test
    void what_is_no_sealed_file_and_is_cut_off_is_told_of_by_other_commands_too() throws Exception {
        Path turn = corrigan.folder().resolve("turn.zip");
        byte[] whole = mail("corrigan@example.org", "turn.zip", turn);
        int part = new String(whole, US_ASCII).indexOf("filename=");
        for (int length : List.of(part, part + 300, whole.length - 200)) {
            Path cut = Files.write(root.resolve("cut.eml"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> GivenFile.read(marl.disk(), cut, "cut.eml"))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContainingAll("the mail is cut off", "save it again");
        }
        Path endless = Files.write(root.resolve("endless.eml"), Arrays.copyOf(whole, whole.length - 9));
        assertThat(GivenFile.read(marl.disk(), endless, "endless.eml")).isEqualTo(Files.readAllBytes(turn));
    }

    @Test
    void other_commands_take_a_saved_mail_for_the_file_that_is_attached_to_it() throws Exception {
        Path saved = Files.write(root.resolve("saved.eml"), mail("corrigan@example.org", "x", orders));
        Path empty = Files.write(root.resolve("empty.eml"), chat("hello"));

        assertThat(GivenFile.read(marl.disk(), saved, "saved.eml")).isEqualTo(Files.readAllBytes(orders));
        assertThatThrownBy(() -> GivenFile.read(marl.disk(), empty, "empty.eml"))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("it is a mail without a file of dmhq");
    }

    @Test
    void from_where_a_seat_wrote_first_is_where_the_host_writes_to_and_another_address_is_only_a_remark()
            throws Exception {
        Path saved = Files.write(root.resolve("one.eml"), mail("corrigan@example.org", "x", orders));
        given(saved);
        dovre.fetch();
        dovre.submit();
        Path other = table.parcels("submission_from_dovre").get(0);
        new Contacts(marl.workspace()).write(dovre.seat(), "dovre@example.org");
        Path elsewhere = Files.write(root.resolve("two.eml"), mail("stranger@example.net", "x", other));

        Arrival arrival = given(elsewhere).get(0);

        assertThat(new Contacts(marl.workspace()).of(corrigan.seat())).contains("corrigan@example.org");
        assertThat(arrival.kind()).isEqualTo(Arrival.Kind.TAKEN);
        assertThat(arrival.sentence())
                .contains("it came from stranger@example.net, while dovre is written to at dovre@example.org");
        assertThat(new Contacts(marl.workspace()).of(dovre.seat())).contains("dovre@example.org");
    }

    @Test
    void what_the_clock_of_a_seat_showed_is_known_by_its_last_mail_that_says_so() throws Exception {
        Contacts contacts = new Contacts(marl.workspace());
        byte[] mail = mail("corrigan@example.org", "x", orders);
        given(Files.write(root.resolve("one.eml"), dated("Mon, 2 Feb 2026 06:00:00 +1000", mail)));
        assertThat(contacts.offset(corrigan.seat())).contains(ZoneOffset.ofHours(10));
        assertThat(contacts.offset(dovre.seat())).isEmpty();

        corrigan.submit();
        Path again = table.parcels("submission_from_corrigan").get(0);
        given(Files.write(root.resolve("two.eml"), mail("corrigan@example.org", "x", again)));
        assertThat(contacts.offset(corrigan.seat())).contains(ZoneOffset.ofHours(10));
        Files.delete(again);

        corrigan.submit();
        again = table.parcels("submission_from_corrigan").get(0);
        given(Files.write(
                root.resolve("three.eml"),
                dated("Mon, 2 Feb 2026 06:00:00 -0330", mail("elsewhere@example.org", "x", again))));
        assertThat(contacts.offset(corrigan.seat())).contains(ZoneOffset.ofHoursMinutes(-3, -30));
        assertThat(contacts.of(corrigan.seat())).contains("corrigan@example.org");

        contacts.give(corrigan.seat(), 9);
        assertThat(contacts.offset(corrigan.seat())).isEmpty();
    }

    private static byte[] dated(String date, byte[] mail) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("Date: " + date + "\n").getBytes(US_ASCII));
        all.writeBytes(mail);
        return all.toByteArray();
    }

    private List<Arrival> given(Path file) throws Exception {
        return new Collecting(marl.workspace())
                .fromFile(file, file.getFileName().toString());
    }

    private static byte[] chat(String said) {
        return ("From: someone@example.org\nSubject: " + said + "\nContent-Type: text/plain\n\n" + said + "\n")
                .getBytes(US_ASCII);
    }

    private static byte[] mail(String from, String name, Path file) throws Exception {
        return part(from, name, "image/png", Files.readAllBytes(file));
    }

    private static byte[] part(String from, String name, String type, byte[] content) {
        String encoded = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
        return ("From: " + from + "\nSubject: turn\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nhere\n--cut\n"
                        + "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n"
                        + "Content-Disposition: attachment; filename=\"" + name + "\"\n\n" + encoded + "\n--cut--\n")
                .getBytes(US_ASCII);
    }
}
