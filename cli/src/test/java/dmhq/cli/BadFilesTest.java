package dmhq.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.disk.DurableDisk;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.SignedRecord;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.OpenSshKeyFile;
import dmhq.format.signing.SigningKey;
import dmhq.workspace.GivenFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that cannot be used, made from a session that was really played: whoever names one to dmhq
 * gets one sentence with the file, the layer and the cure, exit code 3, and loses nothing. What was
 * said is written to {@code target/bad-files.txt}, to be read.
 */
class BadFilesTest {

    private static final StringBuilder SAID = new StringBuilder();

    /** A file that cannot be used, and the layer in which it fails. */
    private record Bad(String name, Bytes bytes, String layer) {

        Bad(String name, byte[] bytes, String layer) {
            this(name, Bytes.of(bytes), layer);
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Table table;

    @SuppressWarnings("NullAway.Init")
    private static SigningKey host;

    @SuppressWarnings("NullAway.Init")
    private static SigningKey seat;

    @BeforeAll
    static void play_two_turns() throws Exception {
        table = new Table(root, new DurableDisk());
        new Script(table).play(Script.folder().resolve("opened.txt"));
        dmhq("chioma", "submit turn.zip --empty");
        dmhq("nadia", "resolve");
        dmhq("nadia", "submit turn.zip --empty");
        dmhq("chioma", "fetch");
        dmhq("bruno", "identity new --name Bruno --email bruno@example.org");
        host = key("nadia");
        seat = key("chioma");
        Files.createDirectory(root.resolve("bad"));
        Files.createDirectory(root.resolve("otherpost"));
        play_another_session();
    }

    private static void play_another_session() throws Exception {
        table.go("nadia", "..");
        dmhq(
                "nadia",
                "new other-war --rules distributed-mekhq --campaign ../saves/lanterns-host.cpnx --seat fox"
                        + " --seat sabres --post folder:../otherpost");
        dmhq("nadia", "-C other-war invite sabres --to ../other-invitation.zip");
        table.go("chioma", "..");
        dmhq("chioma", "join ../other-invitation.zip --campaign ../saves/corrigan.cpnx");
        dmhq("nadia", "-C other-war resolve --accept-joins");
        dmhq("nadia", "-C other-war submit other-war/turn.zip --empty");
        dmhq("chioma", "-C other-war fetch");
        dmhq("chioma", "-C other-war submit other-war/turn.zip --empty");
        table.go("nadia", "border-war");
        table.go("chioma", "border-war");
    }

    @AfterAll
    static void write_down_what_was_said() throws IOException {
        Files.writeString(Project.file("cli/target").resolve("bad-files.txt"), SAID);
    }

    @TestFactory
    Stream<DynamicTest> show_and_verify_name_file_layer_and_cure() throws Exception {
        return Stream.concat(spoiledTurns().stream(), sealed("chioma").stream())
                .flatMap(bad -> Stream.of(
                        test("show", bad, () -> {
                            Said said = refused("chioma", "show", bad);
                            assertThat(said.text()).doesNotContain("Entries:");
                            refused("chioma", "show --extract ../out", bad);
                            assertThat(root.resolve("chioma/out")).doesNotExist();
                        }),
                        test("verify", bad, () -> {
                            Said said = refused("chioma", "verify", bad);
                            assertThat(said.text().contains("WRONG:\n  - " + bad.layer + ": "))
                                    .as(said.text())
                                    .isEqualTo(!said.text().contains("not sealed to this key"));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> plan_and_submit_do_not_go_on_from_one() throws Exception {
        List<Bad> others = new ArrayList<>(sealed("chioma"));
        others.addAll(foreign("submission", "invitation", "receipt", "turn"));
        return Stream.concat(
                Stream.concat(spoiledTurns().stream(), others.stream())
                        .map(bad -> test("plan", bad, () -> refused("chioma", "plan FILE --list", bad))),
                others.stream().map(bad -> test("submit", bad, () -> refused("chioma", "submit FILE --empty", bad))));
    }

    @TestFactory
    Stream<DynamicTest> fetch_sets_aside_what_is_no_turn_for_this_seat() throws Exception {
        // The host is asked once for what may be missing, and has been when the first file is bad.
        dmhqAt("chioma", "fetch", write(new Bad("first.zip", new byte[] {1}, "container")));
        List<Bad> bad = new ArrayList<>(spoiled(new Spoiled(parcel("turn")), host));
        bad.addAll(sealed("chioma"));
        bad.addAll(foreign("submission", "join", "invitation", "request", "session"));
        bad.add(new Bad("other-session.zip", opened("otherpost", "turn_1_from_host_to_sabres", "chioma"), "manifest"));
        return bad.stream().map(each -> test("fetch", each, () -> refused("chioma", "fetch", each)));
    }

    @TestFactory
    Stream<DynamicTest> resolve_sets_aside_what_is_nothing_for_the_host() throws Exception {
        // What was asked of the host is answered now, and not with the first file.
        dmhq("nadia", "resolve");
        List<Bad> bad = new ArrayList<>(spoiled(new Spoiled(parcel("submission")), seat));
        bad.addAll(sealed("nadia"));
        bad.addAll(foreign("invitation", "session", "turn", "receipt"));
        bad.add(new Bad("other-session.zip", opened("otherpost", "submission_from", "nadia"), "manifest"));
        return bad.stream().map(each -> test("resolve", each, () -> refused("nadia", "resolve", each)));
    }

    @TestFactory
    Stream<DynamicTest> join_takes_only_an_invitation() throws Exception {
        List<Bad> bad = new ArrayList<>(spoiled(new Spoiled(parcel("invitation")), host));
        sealed("bruno").forEach(each -> bad.add(new Bad(each.name, each.bytes, "seal")));
        bad.addAll(foreign("submission", "receipt", "turn", "session"));
        bad.add(new Bad(
                "token-of-nobody.zip",
                new Spoiled(parcel("invitation"))
                        .listed(host, "invitation.json", text -> text.replace("sabres", "nobody")),
                "entry"));
        return bad.stream()
                .map(each -> test("join", each, () -> {
                    refused("bruno", "join", each);
                    assertThat(root.resolve("bruno")).isEmptyDirectory();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_folder_and_a_file_too_large_to_be_one_are_not_even_read() throws Exception {
        Path large = root.resolve("bad/large.zip");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(GivenFile.LARGEST + 1L);
        }
        Files.createDirectories(root.resolve("bad/folder.zip"));
        return Stream.of("large.zip", "folder.zip")
                .flatMap(name -> Stream.of(
                                "chioma show",
                                "chioma verify",
                                "chioma plan FILE --list",
                                "chioma submit FILE --empty",
                                "chioma fetch",
                                "nadia resolve",
                                "bruno join")
                        .map(line -> DynamicTest.dynamicTest(name + " " + line, () -> {
                            int space = line.indexOf(' ');
                            refused(
                                    line.substring(0, space),
                                    line.substring(space + 1),
                                    root.resolve("bad").resolve(name),
                                    "container");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_turn_that_is_stale_or_of_another_session_is_named_so() {
        return Map.of(
                        "border-war/turn-1.zip",
                        "the session is at turn 2",
                        "other-war/turn.zip",
                        "it is of session other-war-")
                .entrySet()
                .stream()
                .flatMap(turn -> Stream.of("plan FILE --list", "submit FILE --empty")
                        .map(line -> DynamicTest.dynamicTest(turn.getKey() + " " + line, () -> {
                            Path copy =
                                    root.resolve("bad").resolve(turn.getKey().replace('/', '-'));
                            Files.write(
                                    copy,
                                    Files.readAllBytes(root.resolve("chioma").resolve(turn.getKey())));
                            assertThat(refused(
                                                    "chioma",
                                                    line,
                                                    copy,
                                                    turn.getKey().startsWith("other") ? "manifest" : "chain")
                                            .text())
                                    .contains(turn.getValue());
                        })));
    }

    private static DynamicTest test(String command, Bad bad, Executable executable) {
        return DynamicTest.dynamicTest(command + " " + bad.name, executable);
    }

    private static Said refused(String player, String command, Bad bad) throws Exception {
        return refused(player, command, write(bad), bad.layer);
    }

    /** Runs a command on a file, and checks what every refusal has in common. */
    private static Said refused(String player, String command, Path file, String layer) throws Exception {
        Map<String, Snapshot> before = snapshots();
        Said said = dmhqAt(player, command, file);
        SAID.append(player + "$ dmhq " + command + " " + file.getFileName() + "\n" + said.text() + "\n");
        assertThat(said.code()).as(said.text()).isEqualTo(ExitCode.REFUSED);
        List<String> complaints =
                said.lines().stream().filter(line -> line.startsWith("dmhq: ")).toList();
        assertThat(complaints).as(said.text()).hasSize(1);
        assertThat(complaints.get(0)).contains(file.getFileName().toString());
        assertThat(complaints.get(0)).containsPattern("\\b" + layer + "\\b");
        assertThat(Manners.faults(command, said)).isEmpty();
        for (Map.Entry<String, Snapshot> now : snapshots().entrySet()) {
            assertThat(now.getValue().changedSince(Objects.requireNonNull(before.get(now.getKey()))))
                    .as(now.getKey() + " after: " + said.text())
                    .isEmpty();
        }
        return said;
    }

    /** All that could be lost. */
    private static Map<String, Snapshot> snapshots() throws IOException {
        Map<String, Snapshot> snapshots = new TreeMap<>();
        for (String folder : List.of("nadia", "chioma", "homes", "post", "otherpost")) {
            snapshots.put(folder, Snapshot.of(root.resolve(folder)));
        }
        return snapshots;
    }

    private static Said dmhqAt(String player, String command, Path file) throws IOException {
        String named = root.relativize(file).toString();
        String given = player.equals("bruno") ? "../" + named : "../../" + named;
        String line = command.contains("FILE") ? command.replace("FILE", given) : command + " " + given;
        return dmhq(player, line);
    }

    private static Said dmhq(String player, String line) throws IOException {
        return table.run(player, List.of(line.split(" ")), "");
    }

    private static Path write(Bad bad) throws IOException {
        Path file = root.resolve("bad").resolve(bad.name);
        Files.write(file, bad.bytes.toArray());
        return file;
    }

    // What goes wrong.

    private static List<Bad> spoiledTurns() throws Exception {
        Spoiled turn = new Spoiled(Files.readAllBytes(root.resolve("chioma/border-war/turn.zip")));
        List<Bad> bad = new ArrayList<>(spoiled(turn, seat));
        String records = "records_2_to_2.json.gz";
        String events = "events_2_to_2.json.gz";
        String bodies = "orders_2_to_2.json.gz";
        bad.addAll(List.of(
                new Bad(
                        "no-record.zip",
                        turn.listed(seat, entries -> entries.remove("records_0_to_1.json.gz")),
                        "entry"),
                new Bad("stranger.zip", turn.listed(seat, all -> all.put("extra.json", Bytes.of())), "entry"),
                new Bad("no-json-line.zip", turn.listed(seat, events, text -> "oops\n" + text), "entry"),
                new Bad("no-line-end.zip", turn.listed(seat, events, String::strip), "entry"),
                new Bad("doubled-member.zip", turn.listed(seat, events, beginning("{\"record\":2,")), "entry"),
                new Bad("number-beyond.zip", turn.listed(seat, events, number("9007199254740992")), "entry"),
                new Bad("number-exponent.zip", turn.listed(seat, events, number("2e0")), "entry"),
                new Bad("half-surrogate.zip", turn.listed(seat, events, number("\"\\ud800\"")), "entry"),
                new Bad("deep.zip", turn.listed(seat, events, number("[".repeat(65) + "]".repeat(65))), "entry"),
                new Bad("wrong-type.zip", turn.listed(seat, events, number("\"two\"")), "entry"),
                new Bad("not-utf-8.zip", turn.listed(seat, all -> all.put(events, Bytes.ofHex("ff0a"))), "entry"),
                new Bad(
                        "other-order.zip",
                        turn.listed(
                                seat,
                                events,
                                text -> text.replaceFirst(
                                        "\\{\"record\":2,\"after\":([^,]*),", "{\"after\":$1,\"record\":2,")),
                        "entry"),
                new Bad(
                        "other-event.zip",
                        turn.listed(seat, events, text -> text.replaceFirst("5000000|2745700", "7")),
                        "commitment"),
                new Bad("no-body.zip", turn.listed(seat, all -> all.remove(bodies)), "orders"),
                new Bad(
                        "record-changed.zip",
                        turn.listed(
                                seat,
                                records,
                                text -> text.replaceFirst("\"absent\":\\[\\]", "\"absent\":[\"sabres\"]")),
                        "chain"),
                new Bad(
                        "record-of-nobody.zip",
                        turn.listed(
                                seat,
                                records,
                                text -> text.replaceFirst(
                                        "\"number\":2,\"previous\":\"..", "\"number\":2,\"previous\":\"00")),
                        "chain"),
                new Bad(
                        "dice.zip",
                        turn.listed(
                                seat,
                                records,
                                text -> signed(text.replaceFirst(
                                        "\"rollback\":null,\"link\":\"[0-9a-f]{64}",
                                        "\"rollback\":null,\"link\":\"" + "ab".repeat(32)))),
                        "dice"),
                new Bad(
                        "order-not-signed.zip",
                        turn.listed(
                                seat,
                                records,
                                text -> signed(
                                        text.replaceFirst("\"revision\":1,\"base\"", "\"revision\":2,\"base\""))),
                        "orders"),
                new Bad("from-fox.zip", turn.manifest(seat, from("fox")), "manifest"),
                new Bad("from-host.zip", turn.manifest(seat, from("host")), "manifest"),
                new Bad("packed-by-another.zip", turn.manifest(host, text -> text), "manifest"),
                new Bad(
                        "session-renamed.zip",
                        turn.manifest(seat, text -> text.replaceFirst("border-war-[0-9a-f]{4}", "border-war-0000")),
                        "manifest")));
        return bad;
    }

    /** What can be wrong with a file of any kind. */
    private static List<Bad> spoiled(Spoiled sound, SigningKey key) {
        String bytes = new String(sound.sound(), ISO_8859_1);
        int directory = bytes.indexOf("PK\1\2");
        return List.of(
                new Bad("empty.zip", new byte[0], "container"),
                new Bad("letter.zip", "Dear host, my orders are below.".getBytes(UTF_8), "container"),
                new Bad("cut.zip", sound.cut(), "container"),
                new Bad("cut-at-the-end.zip", Arrays.copyOf(sound.sound(), sound.sound().length - 3), "container"),
                new Bad("flipped-in-manifest.zip", sound.flipped(100), "container"),
                new Bad("flipped-in-entry.zip", sound.flipped(directory - 20), "container"),
                new Bad("flipped-in-directory.zip", sound.flipped(directory + 12), "container"),
                new Bad("flipped-at-the-end.zip", sound.flipped(sound.sound().length - 1), "container"),
                new Bad("bytes-before.zip", sound.between("MZ", ""), "container"),
                new Bad("bytes-after.zip", sound.between("", "\n"), "container"),
                new Bad("doubled.zip", doubled(sound), "container"),
                new Bad("dot-dot.zip", sound.renamed("manifest.json", "../ifest.json"), "container"),
                new Bad("absolute.zip", sound.renamed("manifest.json", "/etc/passwd.x"), "container"),
                new Bad("drive.zip", sound.renamed("manifest.json", "C:nifest.json"), "container"),
                new Bad("name-of-a-folder.zip", sound.renamed("manifest.json", "manifestjson/"), "container"),
                new Bad(
                        "control-character.zip",
                        sound.renamed("manifest.json", "\u001b[2J\u001b]0;abcde"),
                        "container"),
                new Bad("encrypted.zip", sound.inDirectory(at -> at.putShort(8, (short) 1)), "container"),
                new Bad("compressed.zip", sound.inDirectory(at -> at.putShort(10, (short) 8)), "container"),
                new Bad(
                        "link.zip",
                        sound.inDirectory(
                                at -> at.putShort(4, (short) (3 << 8 | 20)).putInt(38, 0120777 << 16)),
                        "container"),
                new Bad(
                        "size-lies.zip",
                        sound.inDirectory(at -> at.putInt(20, 5).putInt(24, 5)),
                        "container"),
                new Bad("sizes-differ.zip", sound.inDirectory(at -> at.putInt(24, 5)), "container"),
                new Bad(
                        "size-beyond-limit.zip",
                        sound.inDirectory(at -> at.putInt(20, Integer.MAX_VALUE).putInt(24, Integer.MAX_VALUE)),
                        "container"),
                new Bad("more-than-counted.zip", counted(sound, 1), "container"),
                new Bad("fewer-than-counted.zip", counted(sound, 90), "container"),
                new Bad("crowd.zip", sound.entries(BadFilesTest::crowd), "container"),
                new Bad(
                        "bomb.zip",
                        sound.entries(all -> all.put("bomb.gz", Bytes.of(new byte[(64 << 20) + 1]))),
                        "container"),
                new Bad("long-name.zip", sound.entries(all -> all.put("a".repeat(201), Bytes.of())), "container"),
                new Bad("no-manifest.zip", sound.entries(all -> all.remove("manifest.json")), "manifest"),
                new Bad("newer.zip", sound.manifest(key, version("2")), "manifest"),
                new Bad("newer-with-more.zip", sound.manifest(key, version("2,\"era\":\"later\"")), "manifest"),
                new Bad("unsigned.zip", sound.entries(all -> all.remove("manifest.json.sig")), "manifest"),
                new Bad("signature-no-text.zip", sound.entry("manifest.json.sig", text -> "signed, me"), "manifest"),
                new Bad("signature-for-orders.zip", sound.manifestSigned(key, Namespace.ORDERS), "manifest"),
                new Bad(
                        "signed-before-changed.zip",
                        sound.entry("manifest.json", text -> text.replaceFirst("(\"scenario\":\"border-wa)r", "$1x")),
                        "manifest"),
                new Bad("manifest-no-json.zip", sound.manifest(key, text -> "hello"), "manifest"),
                new Bad("manifest-empty.zip", sound.manifest(key, text -> ""), "manifest"),
                new Bad("manifest-no-object.zip", sound.manifest(key, text -> "[1]"), "manifest"),
                new Bad("manifest-doubled.zip", sound.manifest(key, beginning("{\"from\":\"host\",")), "manifest"),
                new Bad("manifest-beyond.zip", sound.manifest(key, more("9007199254740992")), "manifest"),
                new Bad("manifest-surrogate.zip", sound.manifest(key, more("\"\\udfff\"")), "manifest"),
                new Bad("manifest-deep.zip", sound.manifest(key, more("[".repeat(64) + "]".repeat(64))), "manifest"),
                new Bad("manifest-spaced.zip", sound.manifest(key, text -> text + " "), "manifest"),
                new Bad(
                        "manifest-lacks.zip",
                        sound.manifest(key, text -> text.replaceFirst("\"scenario\":\"[a-z-]*\",", "")),
                        "manifest"),
                new Bad(
                        "kind-unknown.zip",
                        sound.manifest(key, text -> text.replaceFirst("\"kind\":\"[a-z]*\"", "\"kind\":\"poem\"")),
                        "manifest"),
                new Bad(
                        "entry-missing.zip",
                        sound.entries(all -> all.remove(
                                all.keySet().stream().skip(2).findFirst().orElseThrow())),
                        "entry"),
                new Bad("entry-not-listed.zip", sound.entries(all -> all.put("x.json", Bytes.of())), "entry"),
                new Bad(
                        "entry-other.zip",
                        sound.entries(all -> all.replaceAll(
                                (name, content) -> name.startsWith("manifest") ? content : Bytes.ofHex("7b7d"))),
                        "entry"));
    }

    private static byte[] doubled(Spoiled sound) {
        return new Spoiled(sound.entries(all -> all.put("manifest.jsom", Bytes.of())))
                .renamed("manifest.jsom", "manifest.json");
    }

    /** The end record says another number of entries. */
    private static byte[] counted(Spoiled sound, int entries) {
        byte[] bytes = sound.sound().clone();
        bytes[bytes.length - 14] = (byte) entries;
        bytes[bytes.length - 12] = (byte) entries;
        return bytes;
    }

    private static void crowd(Map<String, Bytes> entries) {
        for (int number = 0; number < 10_000; number++) {
            entries.put("crowd-" + number, Bytes.of());
        }
    }

    private static UnaryOperator<String> beginning(String text) {
        return old -> text + old.substring(1);
    }

    private static UnaryOperator<String> more(String value) {
        return text -> text.substring(0, text.length() - 1) + ",\"more\":" + value + "}";
    }

    private static UnaryOperator<String> number(String value) {
        return text -> text.replaceFirst("\"record\":2", Matcher.quoteReplacement("\"record\":" + value));
    }

    private static UnaryOperator<String> version(String value) {
        return text -> text.replaceFirst("\"version\":1", "\"version\":" + value);
    }

    private static UnaryOperator<String> from(String party) {
        return text -> text.replaceFirst("\"from\":\"sabres\"", "\"from\":\"" + party + "\"");
    }

    /** The host lies, and signs it. */
    private static String signed(String line) {
        Codec<SignedRecord> codec = Codec.of(SignedRecord.class);
        try {
            SignedRecord old =
                    codec.decode(JsonReader.read(Bytes.of(line.strip().getBytes(UTF_8))));
            return codec.encode(SignedRecord.of(old.record(), host)).toText() + "\n";
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    /** Sealed files, for a player to open. */
    private static List<Bad> sealed(String player) throws Exception {
        Spoiled turn = new Spoiled(parcel("session"));
        SealingKey key = SealingKey.parse(Files.readString(table.home(player).resolve("identity/sealing_key"))
                .strip());
        byte[] sealed = Seal.close(turn.sound(), List.of(key.recipient()));
        byte[] other = Seal.close(
                turn.sound(), List.of(SealingKey.draw(new SplittableRandom(1)).recipient()));
        byte[] newer = Seal.close(turn.manifest(seat, version("2")), List.of(key.recipient()));
        return List.of(
                new Bad("sealed-cut.zip.age", new Spoiled(sealed).cut(), "seal"),
                new Bad("sealed-flipped.zip.age", new Spoiled(sealed).flipped(sealed.length / 2), "seal"),
                new Bad("sealed-and-more.zip.age", new Spoiled(sealed).between("", "x"), "seal"),
                new Bad("sealed-to-another.zip.age", other, "seal"),
                new Bad("sealed-newer.zip.age", newer, "manifest"),
                new Bad("armored.zip.age", "-----BEGIN AGE ENCRYPTED FILE-----\n".getBytes(UTF_8), "seal"));
    }

    /** Sound files of these kinds, where others are expected. */
    private static List<Bad> foreign(String... kinds) throws Exception {
        List<Bad> files = new ArrayList<>();
        for (String kind : kinds) {
            files.add(new Bad("a-" + kind + ".zip", parcel(kind), "manifest"));
        }
        return files;
    }

    /** Returns a sound file of a kind, as it was sent in the session, without its seal. */
    private static byte[] parcel(String kind) throws Exception {
        return switch (kind) {
            case "session" -> Files.readAllBytes(root.resolve("chioma/border-war/turn.zip"));
            case "invitation" -> Files.readAllBytes(root.resolve("sabres-invitation.zip"));
            case "turn" -> opened("post", "_turn_1_from_host_to_sabres", "chioma");
            case "receipt" -> opened("post", "_receipt_", "chioma");
            default -> opened("post", "_" + kind + "_", "nadia");
        };
    }

    private static byte[] opened(String post, String part, String player) throws Exception {
        SealingKey key = SealingKey.parse(Files.readString(table.home(player).resolve("identity/sealing_key"))
                .strip());
        try (var parcels = Files.list(root.resolve(post))) {
            Path parcel = parcels.filter(file -> file.toString().contains(part))
                    .findFirst()
                    .orElseThrow();
            return Seal.open(Files.readAllBytes(parcel), key, GivenFile.LARGEST);
        }
    }

    private static SigningKey key(String player) throws Exception {
        return OpenSshKeyFile.read(Files.readString(table.home(player).resolve("identity/signing_key")));
    }
}
