package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.Cover;
import dmhq.transports.Cover.Occasion;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A cover as text and as a page, whatever is said in it. */
class CoverPageTest {

    private static final List<String> PIECES = List.of(
            "<b>",
            "</p>",
            "<!--",
            "]]>",
            "&amp;",
            "&",
            "\"",
            "'",
            "\u0000",
            "\n",
            "\r",
            "\u001b[2J",
            "\u202E",
            "\u2028",
            "\uFFFE",
            "\uD800",
            "\uD83D\uDE80",
            "\u05E9\u05DC\u05D5\u05DD",
            "\u0645\u0631\u062D\u0628\u0627",
            "$1",
            "\\",
            " ",
            "  ",
            "word",
            "x".repeat(90));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void anything_said_is_shown_in_a_whole_page_and_in_short_lines_and_is_nothing_more(long seed) throws Exception {
        Random random = new Random(seed);
        CoverPage page = new CoverPage("border-war", any(random), Occasion.GENERATED);
        String said = any(random);
        page.say(said);
        page.head(any(random));
        page.list(List.of(any(random), any(random)));
        page.quote(any(random), any(random));
        page.show(Instant.EPOCH, List.of(any(random)));
        page.note(List.of(any(random)), "file.zip.age");

        Cover cover = page.cover("thread");

        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(cover.html())));
        assertThat(read.getElementsByTagName("b").getLength()).isZero();
        assertThat(read.getElementsByTagName("p").item(1).getTextContent()).isEqualTo(Quoted.of(said));
        assertThat(cover.text().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 72);
        assertThat((cover.subject() + cover.text() + cover.html()).replace("\n", ""))
                .doesNotContainPattern("[\\p{Cntrl}\u202E\u2028\uFFFE]");
    }

    @Test
    void words_from_right_to_left_stand_apart_and_in_their_own_order() {
        assertThat(HtmlText.of("seat \u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD 5, team 1"))
                .isEqualTo("seat <bdi>\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD</bdi> 5, team 1");
    }

    private static String any(Random random) {
        StringBuilder text = new StringBuilder();
        for (int count = 1 + random.nextInt(12); count > 0; count--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
