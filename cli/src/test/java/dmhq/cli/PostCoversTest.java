package dmhq.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.disk.DurableDisk;
import dmhq.format.json.Json;
import dmhq.format.session.EventLine;
import dmhq.transports.Cover;
import dmhq.transports.Cover.Occasion;
import dmhq.transports.folder.FolderPost;
import dmhq.workspace.ParcelLabel;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * What players see of parcels over a post that shows covers. All that was shown is left in
 * {@code target/covers}, to be looked at.
 */
class PostCoversTest {

    private static final String HOSTILE = "Ada <script>alert(1)</script> & \u202Eevil \"'";

    @TempDir
    Path root;

    private Table table;
    private ShopWindow window;

    @BeforeEach
    void layTheTable() throws IOException {
        table = new Table(root, new DurableDisk());
        window = new ShopWindow(new FolderPost(new DurableDisk(), root));
        table.offer(window);
    }

    @Test
    void a_turn_says_whose_it_is_what_happened_until_when_and_what_to_type() throws Exception {
        beginHarvest("Ada");
        run("ada", "-C harvest plan turn.zip gather --pool lake --agents ada-1");
        run("ada", "-C harvest submit turn.zip");
        run("ben", "-C harvest submit turn.zip --empty");
        run("nora", "-C harvest resolve");

        Cover turn = only("_turn_2_from_host_to_ada_");

        assertThat(turn.subject()).isEqualTo("[harvest] Turn 3: your turn");
        assertThat(turn.occasion()).isEqualTo(Occasion.GENERATED);
        assertThat(turn.text())
                .startsWith("Turn 3: your turn\n=================\n")
                .contains("It is your turn; turn 3 waits for ada, ben.")
                .contains("What happened in turn 2")
                .contains("gather")
                .contains("    Tuesday 3 February 2026, 20:")
                .contains(" UTC\n    Tuesday 3 February 2026, 21:")
                .contains(" (UTC+01:00)")
                .contains("The host waits 12 hours longer.")
                .contains("    dmhq fetch FILE")
                .contains("    dmhq submit turn.zip")
                .contains("hosted by Nora.")
                .contains("_turn_2_from_host_to_ada_");
        assertThat(turn.html()).contains("<time datetime=\"2026-02-03T20:").contains("dmhq fetch FILE");
        assertThat(turn.thread()).startsWith("harvest-").endsWith("/ada");
        keep("harvest");
    }

    @Test
    void who_is_not_seated_reads_just_that_as_the_reason_may_name_others() throws Exception {
        identity("nora", "Nora");
        identity("eve", "Eve");
        run("nora", "new harvest --rules claims-economy --seat ada --seat ben --post window:" + root.resolve("post"));
        know("nora/harvest", "ada", "ben");
        run("nora", "-C harvest invite ada --to ../ada.zip");
        run("eve", "join ../ada.zip");
        table.run("nora", List.of("-C", "harvest", "resolve"), "n\n");

        Cover no = only("_turn_1_notice_from_host_to_ada_");

        assertThat(no.subject()).isEqualTo("[harvest] You are not seated");
        assertThat(no.text())
                .contains("You have asked for a seat and do not get it", "    dmhq fetch FILE")
                .doesNotContain("turned down", "may be over by now");
    }

    @Test
    void whose_clock_is_known_reads_deadlines_by_it_in_turns_and_notices() throws Exception {
        beginHarvest("Ada");
        know("nora/harvest", List.of(contact("ada", 600), contact("ben", null)));
        run("ada", "-C harvest submit turn.zip --empty");
        run("ben", "-C harvest submit turn.zip --empty");
        run("nora", "-C harvest resolve");
        run("nora", "-C harvest host extend --by 1d --reason Holidays");

        for (Cover cover : List.of(
                only("_turn_2_from_host_to_ada_"),
                window.of("_notice_from_host_to_ada_").get(0))) {
            assertThat(cover.text())
                    .containsPattern(
                            "    [A-Z][a-z]+ . February 2026, 20:.. UTC\n    [A-Z][a-z]+ 06:.. \\(UTC\\+10:00\\), by"
                                    + " the clock of your last mail\n")
                    .doesNotContain("+01:00");
            assertThat(cover.html()).contains(" (UTC+10:00), by the clock of your last mail</time>");
        }
        assertThat(only("_turn_2_from_host_to_ben_").text())
                .contains("(UTC+01:00)")
                .doesNotContain("last mail");
        keep("clocks");
    }

    @Test
    void whose_orders_are_here_is_told_to_do_nothing_and_never_to_replace_them() throws Exception {
        beginHarvest("Ada");
        run("ada", "-C harvest plan turn.zip gather --pool lake --agents ada-1");
        run("ada", "-C harvest submit turn.zip");
        run("nora", "-C harvest resolve");
        run("nora", "-C harvest host extend --by 1d");
        run("nora", "-C harvest host pause");
        run("nora", "-C harvest host resume");
        run("ada", "-C harvest fetch --ask");
        run("nora", "-C harvest resolve");

        assertThat(window.of("_notice_from_host_to_ada_"))
                .hasSize(3)
                .extracting(Cover::text)
                .allSatisfy(text -> {
                    assertThat(text).contains("Your orders for turn 2 are here; you need not send any.");
                    assertThat(text).contains("dmhq fetch FILE").doesNotContain("dmhq submit", "dmhq plan");
                });
        assertThat(window.of("_notice_from_host_to_ben_"))
                .hasSize(3)
                .extracting(Cover::text)
                .allSatisfy(text -> assertThat(text).contains("    dmhq submit turn.zip --empty"));
        assertThat(covers("nora", "harvest")
                        .of(new ParcelLabel("turn", 1, Party.HOST, ada(), 0), "again")
                        .subject())
                .isEqualTo("[harvest] Turn 2: your orders are here");
        keep("here");
    }

    @Test
    void who_has_withdrawn_orders_or_sent_provisional_ones_is_still_told_what_to_type() throws Exception {
        beginHarvest("Ada");
        run("ada", "-C harvest submit turn.zip --empty");
        run("ada", "-C harvest submit turn.zip --withdraw");
        run("ben", "-C harvest submit turn.zip --empty --provisional");
        run("nora", "-C harvest resolve");
        run("nora", "-C harvest host extend --by 1d");

        assertThat(window.of("_notice_"))
                .hasSize(2)
                .extracting(Cover::text)
                .allSatisfy(text ->
                        assertThat(text).contains("    dmhq submit turn.zip").doesNotContain("are here"));
    }

    @Test
    void a_reminder_that_could_not_leave_before_the_orders_came_does_not_leave() throws Exception {
        beginHarvest("Ada");
        window.close(true);
        table.run("nora", List.of("-C", "harvest", "host", "remind", "ada"), "");
        window.close(false);
        run("ada", "-C harvest submit turn.zip --empty");
        run("nora", "-C harvest resolve");

        try (Stream<Path> left = Files.list(root.resolve("post"))) {
            assertThat(left).noneMatch(parcel -> parcel.toString().contains("_notice_"));
        }
    }

    @Test
    void a_turn_does_not_wait_for_a_host_that_has_committed_already() throws Exception {
        for (String player : List.of("nora", "ada", "ben")) {
            identity(player, player);
        }
        run(
                "nora",
                "new harvest --rules claims-economy --seat hostel --seat ada --seat ben --as hostel --post window:"
                        + root.resolve("post"));
        know("nora/harvest", "ada", "ben");
        for (String player : List.of("ada", "ben")) {
            run("nora", "-C harvest invite " + player + " --to ../" + player + ".zip");
            run(player, "join ../" + player + ".zip");
        }
        run("nora", "-C harvest resolve --accept-joins");
        run("nora", "-C harvest submit turn.zip --empty");

        assertThat(only("_turn_1_from_host_to_ada_").text())
                .contains("Play begins. It is your turn; turn 2 waits for ada, ben.");
    }

    @Test
    void players_and_host_say_in_the_subject_what_is_attached() throws Exception {
        beginHarvest("Ada");
        run("ada", "-C harvest submit turn.zip --empty --provisional");
        run("nora", "-C harvest resolve");
        run("ada", "-C harvest plan turn.zip gather --pool lake --agents ada-1");
        run("ada", "-C harvest submit turn.zip");
        run("nora", "-C harvest resolve");
        run("nora", "-C harvest host remind ben --text Hurry-up");
        run("nora", "-C harvest host extend --by 1d --reason Holidays");
        run("nora", "-C harvest host pause --reason Holidays");
        run("ben", "-C harvest fetch --ask");
        run("nora", "-C harvest resolve");
        run("ben", "identity rotate");
        run("ben", "-C harvest leave --yes");
        run("nora", "-C harvest resolve --now");
        run("nora", "-C harvest close --yes");

        assertThat(window.shown().values())
                .extracting(cover -> cover.subject() + " | " + cover.occasion())
                .contains(
                        "[harvest] Ada asks for the seat ada | ORDERED",
                        "[harvest] Turn 2: your turn | GENERATED",
                        "[harvest] Orders of ada for turn 2, revision 1 | ORDERED",
                        "[harvest] Received: your orders for turn 2 wait | ANSWER",
                        "[harvest] Orders of ada for turn 2, revision 2 | ORDERED",
                        "[harvest] Received: your orders for turn 2 count | ANSWER",
                        "[harvest] Turn 2: your orders are missing | GENERATED",
                        "[harvest] Turn 2: a new deadline | GENERATED",
                        "[harvest] Turn 2 is paused | GENERATED",
                        "[harvest] ben misses turns | ORDERED",
                        "[harvest] New keys of ben | ORDERED",
                        "[harvest] ben leaves | ORDERED",
                        "[harvest] The session is closed after turn 2 | GENERATED");
        assertThat(window.of("_to_ada_"))
                .extracting(Cover::thread)
                .containsOnly(only("_join_from_ada_").thread());
        assertThat(window.of("_notice_")).extracting(Cover::text).anyMatch(text -> text.contains("> Holidays\n"));
        assertThat(window.of("_notice_")).extracting(Cover::text).noneMatch(text -> text.contains("Hurry-up"));
        keep("letters");
    }

    @Test
    void who_moves_later_is_told_who_moves_first() throws Exception {
        beginHarvest("Ada", " --style sequential");

        assertThat(only("_turn_1_from_host_to_ada_").subject()).isEqualTo("[harvest] Turn 2: your turn");
        assertThat(only("_turn_1_from_host_to_ben_").subject()).isEqualTo("[harvest] Turn 2: it is the turn of ada");
        assertThat(only("_turn_1_from_host_to_ben_").text())
                .contains("Play begins. It is the turn of ada; yours comes after.")
                .doesNotContain("dmhq submit");

        run("nora", "-C harvest host extend --by 1d");
        run("ada", "-C harvest submit turn.zip --empty");
        run("nora", "-C harvest resolve");
        run("nora", "-C harvest host pause");

        assertThat(window.of("_notice_from_host_to_ben_"))
                .extracting(Cover::text)
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("dmhq submit"),
                        second -> assertThat(second).contains("dmhq submit turn.zip"));
    }

    @Test
    void of_a_long_turn_is_told_how_often_and_what_was_only_once_below_what_to_do() throws Exception {
        Files.writeString(root.resolve("nora.json"), "{\"ticks\":30,\"store\":100}");
        beginHarvest("Ada", " --setup ../nora.json");
        run("ada", "-C harvest submit turn.zip --empty");
        run("ben", "-C harvest submit turn.zip --empty");
        run("nora", "-C harvest resolve");

        String text = only("_turn_2_from_host_to_ada_").text();
        String happened = text.substring(text.indexOf("What happened in turn 2"));

        assertThat(text.indexOf("What to do")).isBetween(0, text.indexOf("What happened in turn 2"));
        assertThat(happened)
                .contains("  * ate (60)\n")
                .contains("  * turn ended: ")
                .containsPattern("All 64 lines are\\s+told by:")
                .contains("    dmhq log --turn 2\n")
                .doesNotContain("dmhq submit");
        assertThat(happened.lines().filter(line -> line.startsWith("  * "))).hasSizeLessThanOrEqualTo(12);
        keep("long");
    }

    @Test
    void after_the_last_turn_everyone_is_told_who_has_won() throws Exception {
        Files.writeString(root.resolve("nora.json"), "{\"turns\":1}");
        beginHarvest("Ada", " --setup ../nora.json");
        run("ada", "-C harvest submit turn.zip --empty");
        run("ben", "-C harvest submit turn.zip --empty");
        run("nora", "-C harvest resolve");

        Cover last = only("_turn_2_from_host_to_ada_");

        assertThat(last.subject()).isEqualTo("[harvest] The game is over after turn 2");
        assertThat(last.text())
                .contains("Turn 2 is resolved. The game is over: ada and ben have won.")
                .doesNotContain("Deadline", "dmhq submit");
    }

    @Test
    void what_a_host_sends_itself_is_no_news() throws Exception {
        beginMekhq();

        assertThat(only("_turn_1_from_host_to_fox_").subject()).isEqualTo("[border-war] Turn 1: a copy");
        assertThat(only("_turn_2_orders_from_host_to_host_").text()).contains("There is nothing to do");
    }

    @Test
    void of_a_kind_that_has_no_words_of_its_own_it_is_said_from_whom_and_what_to_type() throws Exception {
        beginHarvest("Ada");
        Party ada = ada();
        PostCovers covers = covers("nora", "harvest");

        assertThat(covers.of(new ParcelLabel("greeting", 2, Party.HOST, ada, 0), "file")
                        .text())
                .contains("a greeting, from host to ada", "dmhq fetch FILE");
        assertThat(covers.of(new ParcelLabel("greeting", 2, ada, Party.HOST, 0), "file")
                        .text())
                .contains("dmhq resolve FILE");
    }

    @Test
    void an_invitation_says_what_to_type_first_and_is_not_to_be_passed_on() throws Exception {
        beginMekhq();

        Cover cover = covers("nadia", "border-war").invitation(new SeatId("sabres"), "invitation.zip");

        assertThat(cover.subject()).isEqualTo("[border-war] Invitation to the seat sabres");
        assertThat(cover.occasion()).isEqualTo(Occasion.ORDERED);
        assertThat(cover.text())
                .contains("Nadia hosts border-war")
                .contains("do not forward it")
                .contains("    dmhq identity new --name \"YOUR NAME\" --email YOU@EXAMPLE.ORG")
                .contains("    dmhq join FILE --campaign SAVE")
                .contains("type mail: for FILE");
        assertThat(cover.text()).contains("seat fox, team 1: Nadia").doesNotContain("signed and sealed");
        assertThat(cover.thread()).isEqualTo(only("_join_from_sabres_").thread());
        window.shown().put("invitation", cover);
        keep("border-war");
    }

    @Test
    void who_is_invited_to_a_session_by_mail_reads_all_steps_in_their_order() throws Exception {
        beginMekhq();
        Chain chain = archive("nadia/border-war/session.zip").chain();

        Cover cover = InvitationCover.of(chain, new SeatId("sabres"), true).cover("thread");

        assertThat(cover.text()
                        .lines()
                        .filter(line -> line.startsWith("    dmhq "))
                        .map(String::strip))
                .containsExactly(
                        "dmhq identity new --name \"YOUR NAME\" --email YOU@EXAMPLE.ORG",
                        "dmhq doctor YOU@EXAMPLE.ORG",
                        "dmhq join mail: --campaign SAVE",
                        "dmhq join FILE --campaign SAVE --via draft");
        assertThat(cover.text()).contains("ask Nadia for the program, dmhq").contains("mail as a file");
        write("by-mail-invitation", cover);
    }

    @Test
    void what_only_some_may_know_is_in_no_cover() throws Exception {
        beginMekhq();
        run("chioma", "-C border-war plan turn.zip wire-transfer-request --target fox --amount 1234569");
        run("chioma", "-C border-war plan turn.zip daily-log --log-date 3025-04-09 --entries ZEBRA-7731");
        run("chioma", "-C border-war submit turn.zip");
        run("nadia", "-C border-war resolve");
        run("nadia", "-C border-war plan turn.zip wire-transfer-request --target sabres --amount 765431");
        run("nadia", "-C border-war submit turn.zip");
        run("nadia", "-C border-war host extend --by 2d --reason Holidays");
        run("chioma", "-C border-war fetch");
        run("chioma", "-C border-war submit turn.zip --empty");
        run("nadia", "-C border-war resolve");
        run("nadia", "-C border-war submit turn.zip --empty");

        SessionArchive all = archive("nadia/border-war/session.zip");
        SortedSet<String> secrets = secrets(all);

        assertThat(secrets).contains("ZEBRA-7731", "1234569", "1,234,569", "765,431");
        assertThat(only("_turn_3_from_host_to_sabres_").text())
                .contains("It is your turn.", "What happened in turn 3")
                .doesNotContain("waits for");
        for (Cover cover : window.shown().values()) {
            assertThat(secrets).noneMatch((cover.subject() + cover.text() + cover.html())::contains);
        }
        for (int turn = 1; turn <= all.chain().newest(); turn++) {
            assertThat(secrets).noneMatch(Story.known(all, turn).toString()::contains);
        }
        keep("border-war");
    }

    @Test
    void whatever_players_are_called_is_shown_and_obeyed_by_nothing() throws Exception {
        beginHarvest(HOSTILE);
        run("nora", "-C harvest host extend --by 1d --reason <img/src=x>&\u05E9\u05DC\u05D5\u05DD");

        Cover join = only("_join_from_ada_");

        assertThat(join.subject()).contains("Ada <script>alert(1)</script> & \\u{202e}evil");
        for (Cover cover : window.shown().values()) {
            assertThat(cover.html()).doesNotContain("<script", "<img", "\u202E");
            assertThat(cover.text()).doesNotContain("\u202E");
        }
        assertThat(join.html()).contains("Ada &lt;script&gt;alert(1)&lt;/script&gt; &amp; \\u{202e}evil &quot;&#39;");
        assertThat(only("_notice_from_host_to_ada_").html())
                .contains("&lt;img/src=x&gt;&amp;<bdi>\u05E9\u05DC\u05D5\u05DD</bdi>");
        keep("hostile");
    }

    @Test
    void the_same_folder_writes_the_same_cover_at_any_time() throws Exception {
        beginHarvest("Ada");
        run("ada", "-C harvest submit turn.zip --empty");
        run("ben", "-C harvest submit turn.zip --empty");
        window.close(true);
        table.run("nora", List.of("-C", "harvest", "resolve"), "");
        Map<String, Cover> before = new TreeMap<>(window.shown());
        table.pass(Duration.ofDays(1));
        window.close(false);
        window.shown().clear();

        run("nora", "-C harvest resolve");

        assertThat(window.shown()).hasSizeGreaterThan(1).allSatisfy((name, cover) -> {
            if (before.containsKey(name)) {
                assertThat(cover).isEqualTo(before.get(name));
            }
        });
        assertThat(before.keySet()).containsAnyElementsOf(window.shown().keySet());
    }

    /** Nora hosts without a seat. */
    private void beginHarvest(String ada) throws IOException {
        beginHarvest(ada, "");
    }

    private void beginHarvest(String ada, String how) throws IOException {
        identity("nora", "Nora");
        identity("ada", ada);
        identity("ben", "Ben");
        run(
                "nora",
                "new harvest --rules claims-economy --seat ada --seat ben --post window:" + root.resolve("post")
                        + " --deadline 3d --grace 12h" + how);
        know("nora/harvest", "ada", "ben");
        for (String player : List.of("ada", "ben")) {
            run("nora", "-C harvest invite " + player + " --to ../" + player + ".zip");
            run(player, "join ../" + player + ".zip");
        }
        run("nora", "-C harvest resolve --accept-joins");
        for (String player : List.of("ada", "ben")) {
            run(player, "-C harvest fetch");
        }
    }

    private void beginMekhq() throws IOException {
        identity("nadia", "Nadia");
        identity("chioma", "Chioma");
        run(
                "nadia",
                "new border-war --rules distributed-mekhq --campaign ../saves/lanterns-host.cpnx --seat fox"
                        + " --seat sabres --deadline 7d --post window:" + root.resolve("post"));
        know("nadia/border-war", "sabres");
        run("nadia", "-C border-war invite sabres --to ../sabres.zip");
        run("chioma", "join ../sabres.zip --campaign ../saves/corrigan.cpnx");
        run("nadia", "-C border-war resolve --accept-joins");
        run("nadia", "-C border-war submit turn.zip --empty");
        run("chioma", "-C border-war fetch");
    }

    private static Party ada() {
        return Party.of(new SeatId("ada"));
    }

    private PostCovers covers(String player, String session) throws Exception {
        Terminal terminal = table.terminal(player);
        return new PostCovers(
                terminal,
                Workspace.open(terminal.surroundings(), root.resolve(player).resolve(session)));
    }

    private void identity(String player, String name) throws IOException {
        table.run(player, List.of("identity", "new", "--name", name, "--email", player + "@example.org"), "");
    }

    private void know(String folder, String... seats) throws IOException {
        know(folder, Stream.of(seats).map(seat -> contact(seat, null)).toList());
    }

    private void know(String folder, List<String> contacts) throws IOException {
        Files.writeString(
                root.resolve(folder).resolve("contacts.json"), "{\"seats\":[" + String.join(",", contacts) + "]}");
    }

    private static String contact(String seat, @Nullable Integer minutesEast) {
        return "{\"seat\":\"" + seat + "\",\"address\":\"" + seat + "@example.org"
                + "\",\"asking\":null,\"declined\":null,\"former\":null,\"given\":0,\"minutes_east\":" + minutesEast
                + "}";
    }

    private String run(String player, String line) throws IOException {
        Said said = table.run(player, List.of(line.split(" ")), "");
        assertThat(said.code()).as(line + ": " + said.text()).isIn(ExitCode.DONE, ExitCode.WAITING);
        return said.text();
    }

    private Cover only(String part) {
        assertThat(window.of(part)).as(part).hasSize(1);
        return window.of(part).get(0);
    }

    private SessionArchive archive(String file) throws Exception {
        return SessionArchive.read(PackedFile.read(Files.readAllBytes(root.resolve(file))));
    }

    /** Returns all that private events and orders say and no public event does, in every form in which it could be told. */
    private static SortedSet<String> secrets(SessionArchive archive) {
        SortedSet<String> secrets = new TreeSet<>();
        archive.history().events().stream()
                .filter(line -> !line.isPublic())
                .forEach(line -> gather(line.event(), secrets));
        archive.history().bodies().values().forEach(body -> body.actions().forEach(each -> gather(each, secrets)));
        SortedSet<String> known = new TreeSet<>();
        archive.history().events().stream().filter(EventLine::isPublic).forEach(line -> gather(line.event(), known));
        archive.chain().opening().seatIds().forEach(seat -> known.add(seat.value()));
        secrets.removeAll(known);
        secrets.removeIf(each -> each.length() < 5);
        return secrets;
    }

    private static void gather(Json json, SortedSet<String> into) {
        if (json instanceof Json.Text text) {
            into.add(text.value());
        } else if (json instanceof Json.Amount amount) {
            into.add(amount.toString());
            into.add(String.format(Locale.ROOT, "%,d", amount.unscaled()));
        } else if (json instanceof Json.Elements array) {
            array.elements().forEach(each -> gather(each, into));
        } else if (json instanceof Json.Members object) {
            object.members().values().forEach(each -> gather(each, into));
        }
    }

    /** Every cover is a page that any parser reads, and a text that fits a terminal; all are kept to be looked at. */
    private void keep(String session) throws Exception {
        assertThat(window.shown()).hasSizeGreaterThan(3);
        for (Map.Entry<String, Cover> each : window.shown().entrySet()) {
            Cover cover = each.getValue();
            Document page = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(cover.html())));
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
            assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
            assertThat(page.getElementsByTagName("script").getLength()).isZero();
            assertThat(cover.html()).doesNotContain("http", "url(", " src=", " href=");
            assertThat(cover.text().lines())
                    .as(cover.text())
                    .allMatch(
                            line -> line.startsWith("    dmhq ") || line.startsWith("session_") || line.length() <= 72);
            write(session + "-" + each.getKey().replaceFirst("session_[a-z-]+-[0-9a-f]{16}_", ""), cover);
        }
    }

    private static void write(String name, Cover cover) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "covers"));
        Files.writeString(folder.resolve(name + ".html"), cover.html(), UTF_8);
        Files.writeString(folder.resolve(name + ".txt"), cover.subject() + "\n\n" + cover.text(), UTF_8);
    }
}
