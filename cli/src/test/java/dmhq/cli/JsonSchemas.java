package dmhq.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dmhq.format.Bytes;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The schemas of what commands print with {@code --json}: what was printed is held against them, and it is
 * remembered which part of each schema was seen: a place, and one of the types that may be there.
 */
final class JsonSchemas {

    private static final String META = "https://json-schema.org/draft/2020-12/schema";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final SortedMap<String, Json.Members> schemas = new TreeMap<>();
    private final SortedSet<String> seen = new TreeSet<>();

    JsonSchemas() throws IOException {
        try (var files = Files.newDirectoryStream(Project.file("cli/src/main/resources/dmhq/cli/schemas"), "*.json")) {
            for (Path file : files) {
                schemas.put(file.getFileName().toString().replace(".json", ""), (Json.Members)
                        json(Files.readString(file)).orElseThrow());
            }
        }
    }

    SortedMap<String, Json.Members> all() {
        return schemas;
    }

    private Json.Members named(String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    /** Returns what is wrong with a schema itself. */
    List<String> faults(String name) {
        return faults(META, named(name).toText());
    }

    /** Returns what a command printed that is not as its schema says; nothing for a command that printed no JSON. */
    List<String> faults(List<String> words, Said said) {
        Optional<String> printed = said.lines().stream()
                .filter(line -> line.startsWith("{") || line.startsWith("["))
                .findFirst();
        if (!words.contains("--json") || printed.isEmpty()) {
            return List.of();
        }
        String name = name(words);
        if (!schemas.containsKey(name)) {
            return List.of("there is no schema for: dmhq " + String.join(" ", words));
        }
        List<String> faults = new ArrayList<>(faults("classpath:dmhq/cli/schemas/" + name + ".json", printed.get()));
        json(printed.get()).ifPresent(value -> look(name, named(name), value, faults));
        return faults;
    }

    private List<String> faults(String schema, String text) {
        return registry.getSchema(SchemaLocation.of(schema)).validate(text, InputFormat.JSON).stream()
                .map(error -> schema + ": " + error)
                .toList();
    }

    /** Returns the parts of all schemas that nothing printed so far has shown. */
    SortedSet<String> unseen() {
        SortedSet<String> promised = new TreeSet<>();
        schemas.forEach((name, schema) -> promise(name, schema, promised));
        promised.removeAll(seen);
        return promised;
    }

    private void promise(String place, Json.Members schema, SortedSet<String> promised) {
        types(schema).forEach(type -> promised.add(place + " " + type));
        properties(schema).forEach((name, each) -> promise(place + "/" + name, (Json.Members) each, promised));
        if (schema.member("items") instanceof Json.Members items) {
            promise(place + "/*", items, promised);
        }
    }

    private void look(String place, Json.Members schema, Json value, List<String> faults) {
        if (schema.member("$ref") instanceof Json.Text file) {
            String other = file.value().replace(".json", "");
            look(other, named(other), value, faults);
            return;
        }
        seen.add(place + " " + type(value));
        if (value instanceof Json.Elements array && schema.member("items") instanceof Json.Members items) {
            array.elements().forEach(each -> look(place + "/*", items, each, faults));
        } else if (value instanceof Json.Members object) {
            object.members().forEach((name, each) -> {
                if (properties(schema).get(name) instanceof Json.Members property) {
                    look(place + "/" + name, property, each, faults);
                } else if (!isOfRules(schema)) {
                    faults.add(place + "/" + name + " is not in the schema");
                }
            });
        }
    }

    /** Whether the rules of the session say which members there are. */
    static boolean isOfRules(Json.Members schema) {
        return schema.member("additionalProperties") instanceof Json.Members;
    }

    static Map<String, Json> properties(Json.Members schema) {
        return schema.member("properties") instanceof Json.Members properties ? properties.members() : Map.of();
    }

    /** Returns the names of the types that a schema allows. */
    static List<String> types(Json.Members schema) {
        if (schema.member("type") instanceof Json.Elements several) {
            return several.elements().stream()
                    .map(each -> ((Json.Text) each).value())
                    .toList();
        }
        return schema.member("type") instanceof Json.Text one ? List.of(one.value()) : List.of();
    }

    private static String type(Json value) {
        if (value instanceof Json.Members) {
            return "object";
        } else if (value instanceof Json.Elements) {
            return "array";
        } else if (value instanceof Json.Text) {
            return "string";
        } else if (value instanceof Json.Amount) {
            return "integer";
        } else if (value instanceof Json.Flag) {
            return "boolean";
        }
        return "null";
    }

    /** Schemas have the names of their commands: {@code identity-show}. */
    private String name(List<String> words) {
        List<String> left = words.get(0).equals("-C") ? words.subList(2, words.size()) : words;
        String two = left.stream().limit(2).collect(Collectors.joining("-"));
        return schemas.containsKey(two) ? two : left.get(0);
    }

    private static Optional<Json> json(String text) {
        try {
            return Optional.of(JsonReader.read(Bytes.of(text.getBytes(StandardCharsets.UTF_8))));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
