package dmhq.mekhq.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.RealSaves;
import dmhq.mekhq.Save;
import dmhq.mekhq.xml.Packing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is read of real saves against what XPath counts in them. */
class MarketTest {

    @TestFactory
    Stream<DynamicTest> offers_are_those_that_xpath_finds() throws IOException {
        return RealSaves.all().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Save save = RealSaves.read(name);
                    Document document = document(name);

                    assertThat(save.market().units())
                            .extracting(UnitOffer::unit)
                            .isEqualTo(texts(document, "/campaign/unitMarket/offer/unit"));
                    assertThat(save.market().contracts())
                            .extracting(ContractOffer::name)
                            .isEqualTo(texts(document, "/campaign/contractMarket/mission/name"));
                    Set<String> people = new TreeSet<>(texts(document, "/campaign/personnelMarket/person/id"));
                    people.addAll(texts(document, "/campaign/info/newPersonnelMarket/currentApplicants/person/id"));
                    assertThat(save.market().people())
                            .extracting(person -> person.id().toString())
                            .containsExactlyInAnyOrderElementsOf(people);
                }));
    }

    @TestFactory
    Stream<DynamicTest> parts_are_as_many_as_the_file_has() throws IOException {
        return RealSaves.all().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<String> ids = texts(document(name), "/campaign/parts/part/id");

                    assertThat(RealSaves.read(name).parts())
                            .extracting(part -> part.id() + "")
                            .isEqualTo(ids);
                }));
    }

    @Test
    void the_save_of_0_51_has_its_known_lists() throws Exception {
        Save save = RealSaves.read("learning-ropes-0.51.cpnx.gz");

        assertThat(save.units()).hasSize(25);
        assertThat(save.parts()).hasSize(914);
        assertThat(save.parts()).filteredOn(part -> part.unit().isEmpty()).hasSize(52);
        assertThat(Collections.max(save.parts().stream().map(Part::id).toList()))
                .isEqualTo(1_039);
        assertThat(save.people()).hasSize(106);
        assertThat(save.people())
                .filteredOn(person -> person.status().equals("ACTIVE"))
                .hasSize(94);
        assertThat(save.market().units()).hasSize(37);
        assertThat(save.market().units().get(0)).isEqualTo(new UnitOffer("OPEN", "Griffin GRF-1N", 110, 21));
        assertThat(save.market().contracts()).hasSize(1);
        assertThat(save.market().contracts().get(0))
                .isEqualTo(new ContractOffer(
                        82,
                        "3025 - FWL - Castrovia Objective Raid",
                        "Objective Raid",
                        "Astrokaszy",
                        "Free Worlds League",
                        "IND",
                        3));
        assertThat(save.forces()).hasSize(15);
    }

    private static Document document(String name) throws Exception {
        byte[] file = RealSaves.file(name);
        byte[] xml = Packing.of(file) == Packing.GZIP ? Fixtures.gunzip(file) : file;
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> texts(Document document, String path) throws Exception {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        NodeList found = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        return Stream.iterate(0, at -> at < found.getLength(), at -> at + 1)
                .map(at -> found.item(at).getTextContent())
                .toList();
    }
}
