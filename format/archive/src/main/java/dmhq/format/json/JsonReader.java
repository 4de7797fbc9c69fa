package dmhq.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dmhq.format.Bytes;
import dmhq.format.Lines;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON strictly: valid UTF-8, one value, no member twice, numbers within ±(2^53 − 1) without
 * exponent, no half surrogate pairs, at most {@value #DEEPEST} levels, at most {@value #MOST_VALUES} values in at most {@value #LARGEST} bytes.
 */
public final class JsonReader {

    /** How many levels of objects and arrays are read. */
    public static final int DEEPEST = 64;

    /** How many values are read from one text. */
    public static final int MOST_VALUES = 1_000_000;

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,15})(?:\\.[0-9]{1,15})?");
    private static final Pattern MINUS_NOTHING = Pattern.compile("-0(?:\\.0*)?");
    private static final Pattern DOUBLED = Pattern.compile("Duplicate field ('.*')", Pattern.DOTALL);
    /** How many bytes of UTF-8 are read as one text. */
    public static final int LARGEST = 16 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(40)
                    .maxStringLength(LARGEST)
                    .build())
            .build();

    private final JsonParser parser;
    private final Allowance own = new Allowance(MOST_VALUES);
    private final Allowance shared;

    private JsonReader(JsonParser parser, Allowance shared) {
        this.parser = parser;
        this.shared = shared;
    }

    /**
     * Reads one value.
     *
     * @throws JsonException if the bytes are anything else than one JSON value of the kind above
     */
    public static Json read(Bytes bytes) throws JsonException {
        return read(bytes, new Allowance(MOST_VALUES));
    }

    private static Json read(Bytes bytes, Allowance shared) throws JsonException {
        if (bytes.size() > LARGEST) {
            throw new JsonException("it has more than the " + LARGEST + " bytes allowed in one text");
        }
        String text = decoded(bytes);
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser, shared).whole();
        } catch (JsonProcessingException e) {
            throw new JsonException(sentence(e), e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    private Json whole() throws IOException, JsonException {
        if (parser.nextToken() == null) {
            throw new JsonException("expected a JSON value, found nothing");
        }
        Json value = value();
        if (parser.nextToken() != null) {
            throw new JsonException("expected one JSON value, found more after it");
        }
        return value;
    }

    /**
     * Reads one value that must be in canonical bytes.
     *
     * @throws JsonException if it is no JSON, or JSON written in another byte form
     */
    public static Json readCanonical(Bytes bytes) throws JsonException {
        return readCanonical(bytes, new Allowance(MOST_VALUES));
    }

    /**
     * Reads one value that must be in canonical bytes, from a source with an allowance of values.
     *
     * @throws JsonException as {@link #readCanonical(Bytes)}, and if the allowance is used up
     */
    public static Json readCanonical(Bytes bytes, Allowance shared) throws JsonException {
        Json value = read(bytes, shared);
        if (!value.canonical().equals(bytes)) {
            throw new JsonException("not in the canonical byte form of JSON");
        }
        return value;
    }

    /**
     * Reads a file of lines, each a canonical value and a LF.
     *
     * @throws JsonException naming the first line that is anything else
     */
    public static List<Json> readLines(Bytes bytes) throws JsonException {
        List<Json> read = new ArrayList<>();
        for (Lines lines = new Lines(bytes); lines.hasNext(); ) {
            String where = "line " + (lines.number() + 1);
            if (!lines.isWhole()) {
                throw new JsonException(where + " does not end");
            }
            try {
                read.add(readCanonical(lines.next()));
            } catch (JsonException e) {
                throw new JsonException(where + ": " + e.getMessage(), e);
            }
        }
        return read;
    }

    private Json value() throws IOException, JsonException {
        own.take();
        shared.take();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> elements();
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> new Json.Null();
            default -> throw new IllegalStateException("a parser on text gave " + token);
        };
    }

    private Json members() throws IOException, JsonException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName()).value();
            parser.nextToken();
            members.put(name, value());
        }
        return new Json.Members(members);
    }

    private Json elements() throws IOException, JsonException {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new Json.Elements(elements);
    }

    private static Json.Text text(String value) throws JsonException {
        try {
            return new Json.Text(value);
        } catch (IllegalArgumentException e) {
            throw new JsonException("" + e.getMessage(), e);
        }
    }

    private static Json number(String text) throws JsonException {
        if (!NUMBER.matcher(text).matches() || MINUS_NOTHING.matcher(text).matches()) {
            throw new JsonException("the number " + oneLine(text) + " is not of the plain kind within 2^53 - 1");
        }
        BigDecimal value = new BigDecimal(text);
        try {
            return new Json.Amount(value.unscaledValue().longValueExact(), value.scale());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new JsonException("the number " + text + " is beyond 2^53 - 1", e);
        }
    }

    private static String decoded(Bytes bytes) throws JsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("not UTF-8", e);
        }
    }

    /** The parser's own sentences speak of its settings and tokens, which help no player. */
    private static String sentence(JsonProcessingException failure) {
        String parser = String.valueOf(failure.getOriginalMessage());
        if (failure instanceof StreamConstraintsException) {
            return parser.contains("nesting depth")
                    ? "it has more than the " + DEEPEST + " levels allowed"
                    : "a string, name or number in it is longer than allowed";
        }
        if (parser.contains("surrogate")) {
            return "a string holds half of a surrogate pair";
        }
        Matcher doubled = DOUBLED.matcher(parser);
        if (doubled.lookingAt()) {
            return "the member " + oneLine(doubled.group(1)) + " is there twice";
        }
        return "not JSON at character " + Math.max(1, failure.getLocation().getCharOffset());
    }

    private static String oneLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }
}
