package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The byte index against the JDK's DOM, on documents that use everything XML has for a save. */
class ElementTest {

    private static final String[] PIECES = {
        "plain",
        " ",
        "\n",
        "\r\n\t",
        "\r",
        "é",
        "🐉",
        "&amp;",
        "&lt;a&gt;",
        "&#233;",
        "&#x1F409;",
        "&apos;&quot;",
        "]]",
        ">",
        "<!-- <a> -- -->".replace(" -- ", " - "),
        "<![CDATA[<a>&amp;\r\n]] >]]>",
        "<![CDATA[]]>",
        "<?pi <a> ?>",
        "<!---->"
    };
    private static final String[] NAMES = {"a", "b", "info", "Straße", "x-y.z_1"};
    private static final String[] ATTRIBUTES = {
        "", " ", "\n", " k='v'", " k=\"a>b'/>\" l = 'c>\"/'", "\tversion='1 &amp; 2'\r\n"
    };

    @RepeatedTest(200)
    void every_element_is_found_with_its_text_as_dom_finds_it(RepetitionInfo repetition) throws Exception {
        long seed = 7_000L + repetition.getCurrentRepetition();
        var chance = new Random(seed);
        String xml = "<?xml version='1.0'?><!-- <no/> -->\n<campaign" + pick(chance, ATTRIBUTES) + ">"
                + content(chance, 5) + "</campaign ><!-- > -->\n";
        byte[] bytes = xml.getBytes(UTF_8);
        Document document = Document.read(bytes, "save", List.of("campaign"));
        Node expected = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();

        assertThat(outline(document.root())).as("seed %d: %s", seed, xml).isEqualTo(outline(expected));
    }

    @Test
    void an_element_knows_its_bytes() throws XmlException {
        byte[] xml = "\uFEFF<campaign><é a='/>'>x<b/></é></campaign>".getBytes(UTF_8);
        Element element = Element.root(Outline.of(xml)).children().get(0);
        Element empty = element.children().get(0);

        assertThat(element.name()).isEqualTo("é");
        assertThat(text(xml, element.start(), element.end())).isEqualTo("<é a='/>'>x<b/></é>");
        assertThat(text(xml, element.contentStart(), element.contentEnd())).isEqualTo("x<b/>");
        assertThat(element.attribute("a")).contains("/>");
        assertThat(element.attribute("b")).isEmpty();
        assertThat(empty.selfClosing()).isTrue();
        assertThat(element.selfClosing()).isFalse();
        assertThat(text(xml, empty.start(), empty.end())).isEqualTo("<b/>");
    }

    @Test
    void attributes_are_found_however_they_are_spaced_and_quoted() throws Exception {
        String tag = "<a\n\tx = 'say \"no\"'  version=\"1 &lt; 2\" y='/>'/>";
        Element element =
                Document.read(tag.getBytes(UTF_8), "test", List.of("a")).root();

        assertThat(element.attributeNames()).containsExactly("x", "version", "y");
        assertThat(element.attribute("x")).contains("say \"no\"");
        assertThat(element.attribute("version")).contains("1 < 2");
        assertThat(element.attribute("y")).contains("/>");
        assertThat(element.attribute("vers")).isEmpty();
        Element.Range range = element.attributeRange("version").orElseThrow();
        assertThat(tag.substring(range.start(), range.end())).isEqualTo(" version=\"1 &lt; 2\"");
    }

    private static String content(Random chance, int depth) {
        var content = new StringBuilder();
        int pieces = chance.nextInt(6);
        for (int piece = 0; piece < pieces; piece++) {
            if (depth > 0 && chance.nextInt(3) == 0) {
                String name = pick(chance, NAMES);
                String attributes = pick(chance, ATTRIBUTES);
                content.append(
                        chance.nextInt(4) == 0
                                ? "<" + name + attributes + "/>"
                                : "<" + name + attributes + ">" + content(chance, depth - 1) + "</" + name + "\n>");
            } else {
                content.append(pick(chance, PIECES)).append('.');
            }
        }
        return content.toString();
    }

    private static String pick(Random chance, String[] from) {
        return from[chance.nextInt(from.length)];
    }

    private static String outline(Element element) throws XmlException {
        var outline = new StringBuilder("(").append(element.name());
        outline.append(element.attribute("version").orElse(""));
        for (Element child : element.children()) {
            outline.append(outline(child));
        }
        if (element.children().isEmpty()) {
            outline.append('=').append(element.text());
        }
        return outline.append(')').toString();
    }

    private static String outline(Node node) {
        var outline = new StringBuilder("(").append(node.getNodeName());
        Node version = node.getAttributes().getNamedItem("version");
        outline.append(version == null ? "" : version.getNodeValue());
        NodeList children = node.getChildNodes();
        boolean leaf = true;
        for (int at = 0; at < children.getLength(); at++) {
            if (children.item(at).getNodeType() == Node.ELEMENT_NODE) {
                outline.append(outline(children.item(at)));
                leaf = false;
            }
        }
        if (leaf) {
            outline.append('=').append(node.getTextContent());
        }
        return outline.append(')').toString();
    }

    private static String text(byte[] xml, int from, int to) {
        return new String(xml, from, to - from, UTF_8);
    }
}
