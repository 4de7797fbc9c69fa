package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.RealProgram;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets that players put into DMHQ_HOME/rules as jars. */
class InstalledRulesTest {

    @TempDir
    Path root;

    private Table table;

    @BeforeEach
    void lay() throws IOException {
        table = new Table(root, new DurableDisk());
        for (String player : List.of("holly", "ann", "ben")) {
            run(player, "identity", "new", "--name", player, "--email", player + "@example.org");
        }
    }

    @Test
    void a_session_is_played_by_rules_that_everyone_has_installed() throws Exception {
        Path classes = TinyRules.compiled(root.resolve("tiny"), "tiny", 1);
        for (String player : List.of("holly", "ann", "ben")) {
            TinyRules.jar(rules(player, "tiny.jar"), classes);
        }

        run("holly", "new", "door", "--rules", "tiny", "--seat", "ann", "--seat", "ben", "--post", post());
        for (String player : List.of("ann", "ben")) {
            run(
                    "holly",
                    "-C",
                    "door",
                    "invite",
                    player,
                    "--to",
                    root.resolve(player + ".zip").toString());
            run(player, "join", root.resolve(player + ".zip").toString());
        }
        run("holly", "-C", "door", "resolve", "--accept-joins");
        for (String player : List.of("ann", "ben")) {
            run(player, "-C", "door", "fetch");
            run(player, "plan", "door/turn.zip", "knock", "--times", "3");
            run(player, "submit", "door/turn.zip");
        }
        run("holly", "-C", "door", "resolve");

        assertThat(run("ann", "-C", "door", "fetch")).contains("Took in turn 2");
        assertThat(run("ann", "-C", "door", "status", "--json")).contains("\"knocks\":6");
        assertThat(run("holly", "verify", "door/session.zip")).doesNotContain("WRONG");
    }

    @Test
    void a_player_with_another_version_of_the_rules_is_told_both_and_sends_nothing() throws Exception {
        TinyRules.jar(rules("holly", "tiny.jar"), TinyRules.compiled(root.resolve("tiny"), "tiny", 1));
        TinyRules.jar(rules("ann", "tiny.jar"), TinyRules.compiled(root.resolve("newer"), "tiny", 2));
        String invitation = root.resolve("ann.zip").toString();
        run("holly", "new", "door", "--rules", "tiny", "--seat", "ann", "--post", post());
        run("holly", "-C", "door", "invite", "ann", "--to", invitation);

        Said said = table.run("ann", List.of("join", invitation), "");

        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.text())
                .contains("the session is played by tiny@1, this dmhq has ")
                .contains("tiny@2; both need the same version.");
        assertThat(root.resolve("post")).isEmptyDirectory();
    }

    @Test
    void the_program_itself_finds_them_in_the_home_it_is_given() throws Exception {
        TinyRules.jar(rules("holly", "tiny.jar"), TinyRules.compiled(root.resolve("tiny"), "tiny", 1));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Map<String, String> environment =
                Map.of("DMHQ_HOME", table.home("holly").toString(), "CLASSPATH", System.getProperty("java.class.path"));

        RealProgram.Outcome outcome = new RealProgram(java, environment)
                .run("dmhq.cli.Main", "-C", root.toString(), "new", "door", "--rules", "tiny@1", "--seat", "ann");

        assertThat(outcome.text()).contains("Opened session door-");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void of_two_jars_with_one_rule_set_neither_is_used_and_both_are_named() throws Exception {
        Path one = TinyRules.jar(rules("holly", "one.jar"), TinyRules.compiled(root.resolve("a"), "tiny", 1));
        Path two = TinyRules.jar(rules("holly", "two.jar"), TinyRules.compiled(root.resolve("b"), "tiny", 1));

        Said said = newDoor("tiny");

        assertThat(said.lines())
                .startsWith("dmhq: " + one + " and " + two
                        + " are left out: both have the rules tiny@1; take one of them away.");
        assertThat(said.text()).contains("there are no rules 'tiny'");
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(Manners.faults("new", said)).isEmpty();
    }

    @Test
    void of_two_jars_with_one_class_in_two_forms_neither_is_used_and_the_class_is_named() throws Exception {
        TinyRules.jar(rules("holly", "one.jar"), TinyRules.compiled(root.resolve("a"), "tiny", 1));
        TinyRules.jar(rules("holly", "two.jar"), TinyRules.compiled(root.resolve("b"), "tiny", 2));

        Said said = newDoor("tiny");

        assertThat(said.lines().get(0)).contains("one.jar and ", "two.jar are left out: each has another class");
        assertThat(said.lines().get(0)).contains("tiny.Tiny");
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void rules_that_dmhq_has_itself_are_not_taken_from_a_jar() throws Exception {
        Path jar = TinyRules.jar(
                rules("holly", "false.jar"), TinyRules.compiled(root.resolve("a"), "distributed-mekhq", 1));

        Said said = newDoor("distributed-mekhq");

        assertThat(said.lines())
                .startsWith("dmhq: " + jar
                        + " is left out: distributed-mekhq@1 is a part of dmhq already; take the jar away.");
        assertThat(said.code()).isZero();
    }

    @Test
    void a_damaged_jar_costs_one_sentence_and_the_rules_that_are_fine_go_on() throws Exception {
        Path classes = TinyRules.compiled(root.resolve("tiny"), "tiny", 1);
        byte[] whole = Files.readAllBytes(TinyRules.jar(rules("holly", "tiny.jar"), classes));
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 1;
        Files.write(rules("holly", "cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(rules("holly", "end.jar"), Arrays.copyOf(whole, whole.length - 30));
        Files.write(rules("holly", "flipped.jar"), flipped);
        Files.writeString(rules("holly", "letter.jar"), "Dear Holly");
        Files.writeString(rules("holly", "README.txt"), "Dear Holly");

        Said said = newDoor("tiny");

        assertThat(said.lines())
                .startsWith(damaged("cut.jar"), damaged("end.jar"), damaged("flipped.jar"), damaged("letter.jar"))
                .element(4)
                .asString()
                .startsWith("Opened session door-");
        assertThat(said.code()).isZero();
        assertThat(Manners.faults("new", said)).isEmpty();
    }

    @Test
    void a_jar_without_rules_is_told() throws Exception {
        Files.createDirectories(root.resolve("nothing"));
        TinyRules.jar(rules("holly", "empty.jar"), root.resolve("nothing"));

        Said said = newDoor("distributed-mekhq");

        assertThat(said.lines().get(0)).contains("empty.jar is left out: ");
        assertThat(said.code()).isZero();
    }

    @Test
    void rules_that_were_made_for_an_interface_with_less_in_it_are_left_out_before_play() throws Exception {
        String lesser = Files.readString(Project.file("engine/core/src/main/java/dmhq/engine/RuleSet.java"))
                .replace("Standing standing(S state);", "default Standing standing(S state) { return null; }");
        Path classes = TinyRules.compiledForLess(root.resolve("old"), "public Standing standing", lesser);
        TinyRules.jar(rules("holly", "old.jar"), classes);

        Said said = newDoor("tiny");

        assertThat(said.lines().get(0)).contains("old.jar is left out: it was made for another version of dmhq");
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(Manners.faults("new", said)).isEmpty();
    }

    @Test
    void rules_that_use_what_this_dmhq_does_not_have_are_left_out_before_play() throws Exception {
        Path classes = TinyRules.compiled(root.resolve("new"), "tiny", 1);
        Files.delete(classes.resolve("tiny/Tiny$Heard.class"));
        TinyRules.jar(rules("holly", "new.jar"), classes);

        Said said = newDoor("tiny");

        assertThat(said.lines().get(0)).contains("new.jar is left out: it was made for another version of dmhq");
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
    }

    private String damaged(String jar) {
        return "dmhq: " + rules("holly", jar)
                + " is left out: it is damaged or no jar; install it again, or take it away.";
    }

    private Said newDoor(String rules) throws IOException {
        return table.run("holly", List.of("new", "door", "--rules", rules, "--seat", "ann"), "");
    }

    private String run(String player, String... words) throws IOException {
        Said said = table.run(player, List.of(words), "");
        assertThat(said.code()).as(String.join(" ", words) + "\n" + said.text()).isIn(0, ExitCode.WAITING);
        return said.text();
    }

    private Path rules(String player, String jar) {
        return table.home(player).resolve("rules").resolve(jar);
    }

    private String post() {
        return "folder:" + root.resolve("post");
    }
}
