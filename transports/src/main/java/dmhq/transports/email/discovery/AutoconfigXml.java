package dmhq.transports.email.discovery;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the XML in which a domain names its servers: no DOCTYPE, not deep, not long, the rest passed over. */
final class AutoconfigXml {

    private static final int LARGEST = 65_536;
    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 512;
    private static final List<String> PLACE = List.of("clientConfig", "emailProvider");

    private AutoconfigXml() {}

    /** What a server is for. */
    enum Way {
        IMAP("incomingServer"),
        SMTP("outgoingServer");

        private final String element;

        Way(String element) {
            this.element = element;
        }

        private static Optional<Way> of(String element, @Nullable String type) {
            for (Way way : values()) {
                if (way.element.equals(element)
                        && way.name().toLowerCase(Locale.ROOT).equals(type)) {
                    return Optional.of(way);
                }
            }
            return Optional.empty();
        }
    }

    /** A server as it is listed; what is missing is empty. */
    record Listed(Way way, String host, String port, String socket, String user, List<String> proofs) {}

    private static final class Open {
        private final Way way;
        private String host = "";
        private String port = "";
        private String socket = "";
        private String user = "";
        private final List<String> proofs = new ArrayList<>();

        private Open(Way way) {
            this.way = way;
        }

        private void take(String element, String text) {
            switch (element) {
                case "hostname" -> host = text;
                case "port" -> port = text;
                case "socketType" -> socket = text;
                case "username" -> user = text;
                case "authentication" -> proofs.add(text);
                default -> {}
            }
        }

        private Listed listed() {
            return new Listed(way, host, port, socket, user, List.copyOf(proofs));
        }
    }

    /**
     * Returns the servers for IMAP and SMTP in the order of the file.
     *
     * @throws AutoconfigException if it is no such file, or has what such a file does not need
     */
    static List<Listed> read(byte[] file) throws AutoconfigException {
        if (file.length > LARGEST) {
            throw new AutoconfigException("is longer than " + LARGEST + " bytes");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                return servers(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new AutoconfigException("is no XML");
        }
    }

    private static List<Listed> servers(XMLStreamReader xml) throws XMLStreamException, AutoconfigException {
        List<Listed> servers = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        Open open = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new AutoconfigException("has a DOCTYPE");
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    if (List.copyOf(path).equals(PLACE)) {
                        open = Way.of(xml.getLocalName(), xml.getAttributeValue(null, "type"))
                                .map(Open::new)
                                .orElse(null);
                    }
                    path.addLast(xml.getLocalName());
                    if (path.size() > DEEPEST) {
                        throw new AutoconfigException("is nested too deeply");
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    text.append(xml.getText());
                    if (text.length() > LONGEST_TEXT) {
                        text.setLength(LONGEST_TEXT);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String element = path.removeLast();
                    if (open != null && path.size() == PLACE.size() + 1) {
                        open.take(element, text.toString().strip());
                    } else if (open != null && path.size() == PLACE.size()) {
                        servers.add(open.listed());
                        open = null;
                    }
                    text.setLength(0);
                }
                default -> {}
            }
        }
        return servers;
    }
}
