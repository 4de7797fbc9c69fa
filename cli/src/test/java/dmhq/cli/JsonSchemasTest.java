package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.format.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is promised to programs that read the output of dmhq; {@link ScriptsTest} holds the output against it. */
class JsonSchemasTest {

    /** They change something, or print what is no data. */
    private static final Set<String> OTHERS = Set.of(
            "identity-new",
            "identity-export",
            "identity-import",
            "new",
            "invite",
            "join",
            "fetch",
            "submit",
            "resolve",
            "recover",
            "doctor",
            "host-address",
            "watch",
            "host-rollback",
            "host-replace",
            "host-extend",
            "host-pause",
            "host-resume",
            "host-remind",
            "host-skip",
            "host-settings",
            "identity-rotate",
            "leave",
            "close",
            "completion",
            "help");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void every_command_that_reads_prints_json_and_has_a_schema() throws Exception {
        SortedSet<String> printing = new TreeSet<>();
        SortedSet<String> all = new TreeSet<>();
        collect(new Table(root, new DurableDisk()).commands(), "", all, printing);
        printing.add("plan"); // Its options are made when the rules of the session are known.

        assertThat(new JsonSchemas().all().keySet()).isEqualTo(printing);
        all.removeAll(printing);
        assertThat(all).containsExactlyInAnyOrderElementsOf(OTHERS);
    }

    private static void collect(CommandSpec command, String path, SortedSet<String> all, SortedSet<String> printing) {
        for (CommandLine line : command.subcommands().values()) {
            CommandSpec each = line.getCommandSpec();
            String name = path + each.name();
            if (!each.usageMessage().hidden() && each.subcommands().isEmpty()) {
                all.add(name);
            }
            if (each.findOption("--json") != null) {
                printing.add(name);
            }
            collect(each, name + "-", all, printing);
        }
    }

    @Test
    void every_schema_is_one() throws Exception {
        JsonSchemas schemas = new JsonSchemas();
        for (String name : schemas.all().keySet()) {
            assertThat(schemas.faults(name)).as(name).isEmpty();
        }
    }

    @Test
    void members_are_always_there_and_more_may_come() throws Exception {
        List<String> faults = new ArrayList<>();
        new JsonSchemas().all().forEach((name, schema) -> check(name, schema, faults));

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "verify  | {'proved':[],'not_yet_provable':[]}", // a member is missing
                "verify  | {'proved':[],'not_yet_provable':[],'wrong':[],'doubtful':[]}", // one too many
                "verify  | {'proved':[],'not_yet_provable':[],'wrong':null}", // of another type
                "verify  | []",
                "compare | {'session':'w','turns':[1],'same_up_to':1,'part_at':null}", // an element is missing
                "replay  | [{'turn':1,'resolved_at':1769889840.000,'record':'','absent':[],'back_to':null,'events':[]}]",
                "invite  | {'seat':'fox'}" // a command without a schema
            })
    void what_a_schema_does_not_allow_is_noticed(String command, String printed) throws Exception {
        Said said = new Said(ExitCode.DONE, printed.replace('\'', '"'));

        assertThat(new JsonSchemas().faults(List.of(command, "--json"), said)).isNotEmpty();
    }

    private static void check(String place, Json.Members schema, List<String> faults) {
        List<Json> required = schema.member("required") instanceof Json.Elements array ? array.elements() : List.of();
        List<Json> named = JsonSchemas.properties(schema).keySet().stream()
                .<Json>map(Json.Text::new)
                .toList();
        if (!required.equals(named)) {
            faults.add(place + ": requires " + required + ", names " + named);
        }
        if (JsonSchemas.types(schema).contains("object")
                && !JsonSchemas.isOfRules(schema)
                && !new Json.Flag(true).equals(schema.member("additionalProperties"))) {
            faults.add(place + ": forbids members of later versions");
        }
        JsonSchemas.properties(schema).forEach((name, each) -> check(place + "/" + name, (Json.Members) each, faults));
        if (schema.member("items") instanceof Json.Members items) {
            check(place + "/*", items, faults);
        }
    }
}
