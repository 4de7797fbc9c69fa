package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.Address;
import dmhq.transports.Transport;
import dmhq.transports.email.ScriptedImap;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server says of a mail decides only whether it is read, and is not believed where it is odd. */
@Timeout(60)
class StructureTest {

    private static final byte[] MAIL = ("From: anna@example.org\nContent-Transfer-Encoding: base64\n"
                    + "Content-Disposition: attachment; filename=a.zip\n\nb3VyczogMQ==")
            .getBytes(UTF_8);

    @TempDir
    Path state;

    @ParameterizedTest
    @MethodSource
    void a_mail_whose_structure_cannot_be_used_is_read_whole(String structure) throws Exception {
        try (ScriptedImap server = new ScriptedImap(structure, MAIL)) {
            assertThat(list(server)).containsExactly("a.zip");
        }
    }

    static List<String> a_mail_whose_structure_cannot_be_used_is_read_whole() {
        String leaf = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1)";
        return List.of(
                "(".repeat(100_000),
                "(".repeat(100_000) + leaf.substring(1) + " \"MIXED\")".repeat(99_999),
                "(".repeat(50) + leaf.substring(1) + " \"MIXED\")".repeat(49),
                "(" + leaf + leaf + " \"REPORT\")",
                "(" + leaf + " \"MIXED",
                "()",
                "NIL",
                "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"BASE64\" 5)",
                "(\"APPLICATION\" \"OCTET-STREAM\" (\"NAME\" \"a.eml\") NIL NIL \"BASE64\" 5)");
    }

    @Test
    void a_mail_of_nothing_but_text_is_not_read_at_all() throws Exception {
        String text =
                "((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1)(\"TEXT\" \"HTML\" NIL NIL NIL \"7BIT\" 5 1) \"MIXED\")";
        try (ScriptedImap server = new ScriptedImap(text, MAIL)) {
            assertThat(list(server)).isEmpty();
            assertThat(server.commands()).noneMatch(command -> command.contains("BODY.PEEK"));
        }
    }

    private List<String> list(ScriptedImap server) throws Exception {
        MailPost post = PostForTests.of(server.line(), head -> new String(head, UTF_8).startsWith("ours: "), state);
        try (Transport transport = post.open(Address.parse("mail:"))) {
            return transport.list();
        }
    }
}
