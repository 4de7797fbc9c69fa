package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.transports.Address;
import dmhq.transports.PostNews;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.ScriptedImap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that its server does not hand over holds up no other. */
@Timeout(60)
class KeptBackMailTest {

    private static final String FILE = "(\"APPLICATION\" \"ZIP\" (\"NAME\" \"a.zip\") NIL NIL \"BASE64\" 5)";

    private final UnaryOperator<String> refusing = this::refuse;
    private volatile String refusal = "";
    private volatile boolean headToo;

    @TempDir
    Path state;

    private static byte[] mail(String name, String content64) {
        return ("From: anna@example.org\nSubject: " + name + "\nContent-Transfer-Encoding: base64\n"
                        + "Content-Disposition: attachment; filename=" + name + "\n\n" + content64)
                .getBytes(UTF_8);
    }

    private String refuse(String command) {
        boolean first = command.matches("UID FETCH (?:1|1,2) .*BODY\\.PEEK.*");
        boolean head = command.contains("HEADER");
        return first && (headToo || !head) && !refusal.isEmpty() ? refusal : "";
    }

    private ScriptedImap server() throws Exception {
        return new ScriptedImap(FILE, List.of(mail("a.zip", "b3VyczogYQ=="), mail("b.zip", "b3VyczogYg==")), refusing);
    }

    private Transport open(ScriptedImap server) throws Exception {
        return PostForTests.of(server.line(), head -> new String(head, UTF_8).startsWith("ours: "), state)
                .open(Address.parse("mail:"));
    }

    private static List<PostNews> news(Transport transport) throws Exception {
        List<PostNews> news = transport.news();
        transport.wereTold(news);
        return news;
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO [SERVERBUG] internal error", "BAD what is that?", "NO [EXPUNGEISSUED] gone"})
    void what_lies_behind_it_is_listed_and_it_is_told_of_once_with_the_cure(String words) throws Exception {
        refusal = words;
        try (ScriptedImap server = server();
                Transport transport = open(server)) {
            assertThat(transport.list()).containsExactly("b.zip");

            assertThat(news(transport))
                    .extracting(PostNews::sentence)
                    .singleElement()
                    .asString()
                    .startsWith("the mail 'a.zip' from anna@example.org: its server does not hand it over (localhost:")
                    .contains(words, "look at it in your mail program", "save that and name it");
            assertThat(transport.list()).containsExactly("b.zip");
            assertThat(news(transport)).isEmpty();
        }
    }

    @Test
    void it_is_told_of_though_not_even_its_head_is_handed_over() throws Exception {
        refusal = "NO broken";
        headToo = true;
        try (ScriptedImap server = server();
                Transport transport = open(server)) {
            assertThat(transport.list()).containsExactly("b.zip");
            assertThat(news(transport))
                    .extracting(PostNews::sentence)
                    .singleElement()
                    .asString()
                    .startsWith("a mail: its server does not hand it over");
        }
    }

    @Test
    void it_is_taken_in_when_the_server_has_changed_its_mind_and_then_nobody_is_told() throws Exception {
        refusal = "NO broken";
        try (ScriptedImap server = server();
                Transport transport = open(server)) {
            assertThat(transport.list()).containsExactly("b.zip");
            refusal = "";

            assertThat(transport.list()).containsExactly("a.zip", "b.zip");
            assertThat(transport.fetch("a.zip")).asString(UTF_8).isEqualTo("ours: a");
            assertThat(news(transport)).isEmpty();
            int asked = server.commands().size();
            transport.list();
            assertThat(server.commands().subList(asked, server.commands().size()))
                    .noneMatch(command -> command.contains("BODY"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNAVAILABLE", "INUSE", "LIMIT"})
    void what_is_so_for_now_is_worth_a_word_only_when_it_stays_so(String code) throws Exception {
        refusal = "NO [" + code + "] later";
        try (ScriptedImap server = server();
                Transport transport = open(server)) {
            assertThat(transport.list()).containsExactly("b.zip");
            assertThat(news(transport)).isEmpty();
            transport.list();
            assertThat(news(transport)).hasSize(1);
            transport.list();
            assertThat(news(transport)).isEmpty();
        }
    }

    @Test
    void a_connection_that_breaks_is_no_refusal_of_one_mail() throws Exception {
        refusal = "OK\r\n* BYE I am leaving";
        try (ScriptedImap server = new ScriptedImap(
                        FILE,
                        List.of(mail("a.zip", "b3VyczogYQ==")),
                        command -> command.contains("BODY.PEEK[]") ? "* BYE I am leaving" : "");
                Transport transport = open(server)) {
            assertThatThrownBy(transport::list)
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure -> assertThat(failure.isOfThisAlone()).isFalse());
            assertThat(news(transport)).isEmpty();
        }
    }

    @Test
    void one_whose_structure_alone_is_refused_is_read_and_so_are_the_others() throws Exception {
        try (ScriptedImap server = new ScriptedImap(
                        FILE,
                        List.of(mail("a.zip", "b3VyczogYQ=="), mail("b.zip", "b3VyczogYg==")),
                        command -> command.matches("UID FETCH (?:1|1,2) .*BODYSTRUCTURE.*") ? "NO broken" : "");
                Transport transport = open(server)) {
            assertThat(transport.list()).containsExactly("a.zip", "b.zip");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<82b39b982c3a8d07d7ba209002a6034d@thread.dmhq.invalid>, true",
        "<sale@example.com>, false",
    })
    void one_that_is_too_large_is_told_of_once_if_it_answers_a_mail_of_ours(String answered, boolean told)
            throws Exception {
        byte[] large = ("From: anna@example.org\nSubject: my saves\nIn-Reply-To: " + answered + "\n\nb3Vyczog")
                .getBytes(UTF_8);
        try (ScriptedImap server = new ScriptedImap(
                        FILE,
                        List.of(large),
                        command -> command.contains("RFC822.SIZE")
                                ? "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 2000000000)"
                                : "");
                Transport transport = open(server)) {
            assertThat(transport.list()).isEmpty();
            assertThat(news(transport))
                    .extracting(PostNews::sentence)
                    .hasSize(told ? 1 : 0)
                    .allSatisfy(sentence -> assertThat(sentence)
                            .startsWith("the mail 'my saves' from anna@example.org: the mail has 2000000000 bytes"));
            assertThat(server.commands()).noneMatch(command -> command.contains("BODY.PEEK[]"));
            Files.delete(state.resolve("position"));
            transport.list();
            assertThat(news(transport)).isEmpty();
        }
    }

    @Test
    void how_far_it_has_come_is_known_after_each_mail_that_was_read() throws Exception {
        try (ScriptedImap server = new ScriptedImap(
                        FILE,
                        List.of(mail("a.zip", "b3VyczogYQ=="), mail("b.zip", "b3VyczogYg==")),
                        command -> command.matches("UID FETCH 2 .*BODY\\.PEEK\\[\\].*") ? "* BYE" : "");
                Transport transport = open(server)) {
            assertThatThrownBy(transport::list).isInstanceOf(TransportException.class);
        }

        assertThat(Position.parse(Files.readString(state.resolve("position"))))
                .hasValueSatisfying(position -> assertThat(position.next()).isEqualTo(2));
    }
}
