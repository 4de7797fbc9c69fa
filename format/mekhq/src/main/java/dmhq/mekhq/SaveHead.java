package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.xml.SafeXml;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a save says, enough for a player to choose one. Whether the rest can be used is found by
 * {@link Save#read} alone.
 *
 * @param version of the MekHQ that wrote it
 * @param name of the campaign
 * @param date the campaign's current day
 */
public record SaveHead(String version, String name, LocalDate date) {

    /** Within so many unpacked bytes the root must begin, or the file is no save at all. */
    static final int NEAR = 4096;

    /** So many unpacked bytes are looked through for name and date, which stand in the first few thousand. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** A tag, not a mere mention of {@code <Campaign Operations>}. */
    private static final Pattern ROOT = Pattern.compile("<campaign\\s*(/?>|[^\\s>=]+\\s*=)", Pattern.CASE_INSENSITIVE);

    private static final int[] GZIP = {0x1f, 0x8b};
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    /**
     * Reads the beginning of a file, plain or gzipped.
     *
     * @return empty if it is not a save but something else
     * @throws IOException if the file cannot be read, or is a save, or gzipped, and cannot be made out; the message
     *     says what was found and what was expected
     */
    static Optional<SaveHead> read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream xml = new BufferedInputStream(new FirstBytes(unpacked(raw), MOST_BYTES))) {
            xml.mark(NEAR);
            if (!ROOT.matcher(beginning(xml)).find()) {
                return Optional.empty();
            }
            xml.reset();
            skip(xml, MARK);
            return Optional.of(parsed(xml));
        }
    }

    /** Without NULs, so that UTF-16 is found to be a save, and is refused as one. */
    private static String beginning(InputStream xml) throws IOException {
        return new String(xml.readNBytes(NEAR), ISO_8859_1).replace("\0", "");
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(GZIP.length);
        boolean packed = skip(raw, GZIP);
        raw.reset();
        return packed ? new GZIPInputStream(raw) : raw;
    }

    /** Skips these bytes if the stream begins with them. */
    private static boolean skip(InputStream in, int[] first) throws IOException {
        in.mark(first.length);
        for (int expected : first) {
            if (in.read() != expected) {
                in.reset();
                return false;
            }
        }
        return true;
    }

    /** The text is decoded here, because the JDK's parser prints what it thinks of bytes that are no text. */
    private static SaveHead parsed(InputStream xml) throws IOException {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return new Looking(SafeXml.parsers().createXMLStreamReader(new InputStreamReader(xml, decoder))).head();
        } catch (XMLStreamException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static String reason(XMLStreamException e) {
        if (e.getNestedException() instanceof CharacterCodingException) {
            return "found a byte that is not UTF-8 (perhaps Latin-1), expected UTF-8";
        }
        return e.getNestedException() instanceof EOFException || e.getNestedException() instanceof ZipException
                ? "found a gzip file that is cut off or damaged, expected a whole one"
                : "found what no save has at line " + e.getLocation().getLineNumber()
                        + ", expected the beginning of one";
    }

    /** Goes through a save until name and date of the campaign are found. */
    private static final class Looking {

        private final XMLStreamReader parser;
        private String version = "";
        private @Nullable String name;
        private @Nullable LocalDate date;

        Looking(XMLStreamReader parser) {
            this.parser = parser;
        }

        SaveHead head() throws XMLStreamException, IOException {
            int depth = 0;
            boolean inInfo = false;
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new IOException("found a DOCTYPE, expected a save, which has none");
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        root(depth);
                        inInfo = depth == 2 ? is("info") : inInfo;
                        if (depth == 3 && inInfo && found()) {
                            depth--;
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                if (name != null && date != null) {
                    return new SaveHead(version, name, date);
                }
            }
            throw new IOException("found a campaign without " + (name == null ? "<name>" : "<calendar>")
                    + " in <info>, expected both");
        }

        private void root(int depth) throws IOException {
            if (depth == 1) {
                if (!is("campaign")) {
                    throw new IOException("found <" + parser.getLocalName() + ">, expected <campaign>");
                }
                String found = parser.getAttributeValue(null, "version");
                version = found == null ? "" : found;
            }
        }

        /** Takes name or date, and tells whether the element is behind the parser then. */
        private boolean found() throws XMLStreamException, IOException {
            if (name == null && is("name")) {
                name = parser.getElementText();
                return true;
            }
            if (date == null && is("calendar")) {
                date = day(parser.getElementText().strip());
                return true;
            }
            return false;
        }

        private boolean is(String wanted) {
            return parser.getLocalName().equalsIgnoreCase(wanted);
        }

        private static LocalDate day(String calendar) throws IOException {
            String day = calendar.substring(0, Math.min(calendar.length(), "3025-04-08".length()));
            try {
                return LocalDate.parse(day);
            } catch (DateTimeException e) {
                throw new IOException("found '" + day + "' in <calendar>, expected a date like 3025-04-08", e);
            }
        }
    }
}
