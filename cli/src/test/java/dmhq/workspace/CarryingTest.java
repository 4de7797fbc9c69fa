package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.Keys;
import dmhq.engine.Merge;
import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.JsonException;
import dmhq.format.sealing.Passphrase;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.format.session.Receipt;
import dmhq.format.session.Recorded;
import dmhq.workspace.MortalDisk.Death;
import dmhq.workspace.MortalDisk.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identity carried from one machine to another, in one file. */
class CarryingTest {

    private static final Passphrase WORDS = new Passphrase("vier Wörter im Wind");
    /** Little work: these tests are not about how long an attacker needs. */
    private static final int LOG_N = 4;

    private static final Bytes NONCE = Bytes.of(new byte[SessionSecrets.NONCE_SIZE]);
    private static final Bytes OTHER_NONCE = Bytes.ofHex("ff".repeat(SessionSecrets.NONCE_SIZE));
    private static final SeatId SEAT = new SeatId("marl");

    @TempDir
    Path root;

    private Table table;
    private Player here;
    private Player there;
    private Path file;

    @BeforeEach
    void sitDown() throws Exception {
        table = new Table(root, 23);
        here = table.player("here");
        there = table.player("there");
        file = root.resolve("marl.age");
        here.makeIdentity();
        home(here).makeHostSecret(NONCE);
        home(here).seatChain(NONCE, SEAT);
        home(here).seatChain(OTHER_NONCE, SEAT);
    }

    @Test
    void all_of_the_home_arrives_byte_for_byte() throws Exception {
        assertThat(export(here).secrets()).isEqualTo(3);

        Importing.Result result = take(there, file);

        assertThat(result.fresh()).isTrue();
        assertThat(result.secrets()).isEqualTo(3);
        assertThat(contents(there)).isEqualTo(contents(here));
    }

    @Test
    void a_session_begun_on_one_machine_is_played_on_from_the_other() throws Exception {
        Table sitting = SampleSaves.seated(root.resolve("sitting"), 29);
        Player laptop = carried(sitting, "corrigan");

        laptop.submit();
        sitting.player("dovre").submit();

        Player host = sitting.player("marl");
        assertThat(host.resolve().missing()).isEmpty();
        assertThat(Copies.of(sitting, host, laptop, sitting.player("dovre")).wrong())
                .isEmpty();
    }

    @Test
    void an_old_machine_that_signs_otherwise_is_caught_by_the_host_and_a_further_revision_settles_it()
            throws Exception {
        Table sitting = SampleSaves.seated(root.resolve("sitting"), 31);
        Player laptop = carried(sitting, "corrigan");
        Player old = sitting.player("corrigan");
        Player host = sitting.player("marl");

        laptop.submit();
        old.submit(log("3025-04-09", "Rain."));

        assertThat(host.resolve().fates())
                .filteredOn(fate -> fate.submission().signed().header().seat().equals(old.seat()))
                .extracting(Merge.Fate::verdict)
                .containsExactlyInAnyOrder(Receipt.Verdict.COUNTS, Receipt.Verdict.REPLACED);
        assertThat(old.fetch()).anyMatch(arrival -> arrival.sentence().contains("two different orders were sent"));
        laptop.submit(log("3025-04-09", "Sun."));
        sitting.player("dovre").submit();
        host.resolve();
        assertThat(host.copy().chain().lastOrdersOf(old.seat())).isEqualTo(2);
        assertThat(host.copy().chain().record(2).orders())
                .filteredOn(orders -> orders.outcome() == Recorded.Outcome.COUNTED)
                .filteredOn(orders -> orders.header().seat().equals(old.seat()))
                .extracting(orders -> orders.header().revision())
                .containsExactly(2);
    }

    @Test
    void an_old_machine_put_back_from_a_backup_takes_in_what_it_missed_and_only_then_goes_on() throws Exception {
        Table sitting = SampleSaves.seated(root.resolve("sitting"), 37);
        Player old = sitting.player("corrigan");
        Player laptop = carried(sitting, "corrigan");
        laptop.submit();
        sitting.player("dovre").submit();
        Player host = sitting.player("marl");
        host.resolve();
        host.submit();

        old.submit(log("3025-04-09", "Rain."));

        assertThat(host.resolve().fates())
                .extracting(Merge.Fate::objections)
                .anyMatch(why -> why.toString().contains("made on turn 1, the session is at turn 2"));
        old.fetch();
        assertThat(old.copy().chain().newest()).isEqualTo(2);
        old.submit();
        sitting.player("dovre").fetch();
        sitting.player("dovre").submit();
        assertThat(host.resolve().missing()).isEmpty();
    }

    /** Makes a second machine of a player, with the same keys, secrets and session. */
    private Player carried(Table sitting, String name) throws Exception {
        Player first = sitting.player(name);
        export(first);
        Player second = sitting.player("laptop");
        take(second, file);
        for (Map.Entry<Path, byte[]> each : Snapshot.of(first.folder()).files().entrySet()) {
            second.disk().write(second.folder().resolve(first.folder().relativize(each.getKey())), each.getValue());
        }
        return second;
    }

    @Test
    void the_same_again_adds_what_is_newer_and_keeps_what_is_there() throws Exception {
        export(here);
        take(there, file);
        home(there).seatChain(Bytes.ofHex("ee".repeat(16)), SEAT);
        home(here).seatChain(Bytes.ofHex("dd".repeat(16)), SEAT);
        Path newer = root.resolve("newer.age");
        new Exporting(here.surroundings()).export(newer, WORDS, LOG_N);
        SortedMap<String, Bytes> before = contents(there);

        Importing.Result result = take(there, newer);

        assertThat(result.fresh()).isFalse();
        assertThat(result.secrets()).isEqualTo(1);
        SortedMap<String, Bytes> expected = new TreeMap<>(before);
        expected.putAll(contents(here));
        assertThat(contents(there)).isEqualTo(expected);
        assertThat(take(there, newer).secrets()).isZero();
    }

    @Test
    void an_export_from_before_keys_could_be_replaced_is_a_good_backup() throws Exception {
        export(here);
        byte[] document = Seal.open(Files.readAllBytes(file), WORDS, 1 << 20);
        String earlier = new String(document, UTF_8).replace(",\"former\":[]", "");
        assertThat(earlier).doesNotContain("former");
        Files.write(file, Seal.close(earlier.getBytes(UTF_8), WORDS, LOG_N, new Random(5)));

        assertThat(take(there, file).fresh()).isTrue();

        assertThat(contents(there)).isEqualTo(contents(here));
    }

    @Test
    void another_identity_is_kept_and_nothing_of_the_new_one_taken_in() throws Exception {
        export(here);
        there.makeIdentity();
        SortedMap<String, Bytes> before = contents(there);

        assertThatThrownBy(() -> take(there, file))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("another identity is in " + there.home())
                .hasMessageContaining("set DMHQ_HOME");
        assertThat(contents(there)).isEqualTo(before);
    }

    @Test
    void a_secret_that_is_another_here_is_named_and_nothing_taken_in() throws Exception {
        export(here);
        take(there, file);
        Path secret = there.home().resolve("secrets").resolve(OTHER_NONCE.hex() + "-marl.json");
        Files.delete(secret);
        home(there).seatChain(OTHER_NONCE, SEAT);
        Files.delete(there.home().resolve("secrets").resolve(NONCE.hex() + "-marl.json"));
        SortedMap<String, Bytes> before = contents(there);

        assertThatThrownBy(() -> take(there, file))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("the secret in " + secret + " is another one");
        assertThat(contents(there)).isEqualTo(before);
    }

    @Test
    void a_wrong_passphrase_or_a_damaged_file_takes_nothing_in() throws Exception {
        export(here);
        byte[] sealed = Files.readAllBytes(file);
        Importing importing = new Importing(there.surroundings());

        assertThatThrownBy(() -> importing.take(file, sealed, new Passphrase("vier Worter im Wind"), null))
                .isInstanceOf(Refusal.class)
                .hasMessage(file + ": seal: the passphrase is another one, or the beginning of the file is damaged; "
                        + "name a file that dmhq identity export wrote, and type its passphrase");
        assertThatThrownBy(() -> importing.take(file, Arrays.copyOf(sealed, sealed.length - 1), WORDS, null))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("it was cut off or changed after it was closed; export it again");
        assertThat(contents(there)).isEmpty();
    }

    @Test
    void what_is_not_sealed_is_refused_before_a_passphrase_is_asked_for() throws Exception {
        Files.writeString(file, "{}");

        assertThatThrownBy(() -> new Importing(there.surroundings()).file(file))
                .isInstanceOf(Refusal.class)
                .hasMessage(file + " is no sealed file; name one that dmhq identity export wrote");
    }

    @Test
    void a_document_in_any_other_form_is_refused_and_nothing_of_it_shown() throws Exception {
        export(here);
        String good = new String(Seal.open(Files.readAllBytes(file), WORDS, 1 << 20), UTF_8);
        String key = "AGE-SECRET-KEY-1";
        List<String> bad = List.of(
                "",
                "{}",
                " " + good,
                good.replace("\"version\":1", "\"version\":2"),
                good.replace("\"hosts\":", "\"more\":1,\"hosts\":"),
                good.replace("\"signing_key_file\":null", "\"signing_key_file\":{\"file\":\"x\",\"key\":\"y\"}"),
                good.replace(NONCE.hex(), "00"),
                good.replaceFirst("\"dice\":\"..", "\"dice\":\""),
                good.replace(key, key + "Q"),
                good.replace("BEGIN OPENSSH", "BEGIN"));

        for (String document : bad) {
            assertThat(document).isNotEqualTo(good);
            byte[] sealed = Seal.close(document.getBytes(UTF_8), WORDS, LOG_N, new Random(1));
            assertThatThrownBy(() -> new Importing(there.surroundings()).take(file, sealed, WORDS, null))
                    .as(document)
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith(file + " holds no identity that this dmhq can use: ")
                    .hasMessageEndingWith("; export it again, by the same version")
                    .hasMessageNotContaining(key + "Q");
        }
        assertThat(contents(there)).isEmpty();
    }

    @Test
    void an_export_replaces_no_other_file() throws Exception {
        Files.writeString(file, "a letter");

        assertThatThrownBy(() -> new Exporting(here.surroundings()).check(file))
                .isInstanceOf(Refusal.class)
                .hasMessage("there is another file " + file + " already; choose another name");
        Files.write(file, Seal.close(new byte[1], WORDS, LOG_N, new Random(1)));
        assertThatThrownBy(() -> export(here)).isInstanceOf(Refusal.class);
        assertThat(Seal.open(Files.readAllBytes(file), WORDS, 1)).isEqualTo(new byte[1]);
    }

    @Test
    void an_export_killed_anywhere_and_run_again_is_whole() throws Exception {
        for (Moment moment : Moment.values()) {
            Player mortal = table.player("here", new MortalDisk(1, moment));
            assertThatThrownBy(() -> export(mortal)).isInstanceOf(Death.class);
            export(here);
            assertThat(carried().secrets()).isEqualTo(3);
            Files.delete(file);
        }
    }

    @Test
    void an_import_killed_anywhere_leaves_no_identity_or_a_whole_one_and_run_again_finishes() throws Exception {
        export(here);
        CarriedIdentity carried = carried();
        Snapshot before = Snapshot.of(root);
        int change = 1;
        while (dies(there.name(), carried, change, Moment.HALFWAY)
                || dies(there.name(), carried, change, Moment.DONE)) {
            if (home(there).hasIdentity()) {
                assertThat(contents(there)).isEqualTo(contents(here));
            }
            new Importing(there.surroundings()).take(file, carried, null);
            assertThat(contents(there)).as("killed in change " + change).isEqualTo(contents(here));
            before.restore();
            change++;
        }
        assertThat(change).isGreaterThan(7);
    }

    @Test
    void the_other_keys_of_an_unfinished_new_identity_are_not_mixed_into_it() throws Exception {
        export(here);
        for (int change = 1; change <= 3; change++) {
            Player mortal = table.player("there", new MortalDisk(change, Moment.DONE));
            assertThatThrownBy(mortal::makeIdentity).isInstanceOf(Death.class);
        }

        take(there, file);

        assertThat(contents(there)).isEqualTo(contents(here));
    }

    @Test
    void a_key_from_elsewhere_is_not_in_the_export_and_is_found_again_where_it_lies_there() throws Exception {
        Path key = Keys.make(root.resolve("keys/id"), "ed25519", "");
        Player marl = table.player("marl");
        marl.makeIdentity(key);
        export(marl);
        String document = new String(Seal.open(Files.readAllBytes(file), WORDS, 1 << 20), UTF_8);
        assertThat(document).contains(key.toString()).doesNotContain("PRIVATE");
        Path moved = Files.move(key, root.resolve("keys/moved"));

        Importing.Result believed = take(there, file);
        assertThat(believed.identity().signingKeyFile().orElseThrow().file()).isEqualTo(key.toString());

        Importing importing = new Importing(there.surroundings());
        Importing.Result found = importing.take(file, Files.readAllBytes(file), WORDS, moved);
        assertThat(found.fresh()).isFalse();
        assertThat(home(there).identity().signingKeyFile().orElseThrow().file()).isEqualTo(moved.toString());
        assertThat(home(there).identity().signingKey().verifyingKey())
                .isEqualTo(home(marl).identity().signingKey().verifyingKey());
    }

    @Test
    void another_key_than_the_exported_one_is_not_taken_for_it() throws Exception {
        Path key = Keys.make(root.resolve("keys/id"), "ed25519", "");
        Path other = Keys.make(root.resolve("keys/other"), "ed25519", "");
        Player marl = table.player("marl");
        marl.makeIdentity(key);
        export(marl);
        byte[] sealed = Files.readAllBytes(file);
        Importing importing = new Importing(there.surroundings());

        assertThatThrownBy(() -> importing.take(file, sealed, WORDS, other))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(other + " is the key SHA256:");
        Path own = root.resolve("own.age");
        new Exporting(here.surroundings()).export(own, WORDS, LOG_N);
        byte[] ownSealed = Files.readAllBytes(own);
        assertThatThrownBy(() -> importing.take(own, ownSealed, WORDS, other))
                .isInstanceOf(Refusal.class)
                .hasMessage(own + " holds its signing key itself; leave --signing-key out");
        assertThat(contents(there)).isEmpty();
    }

    @Test
    void an_identity_with_a_key_from_elsewhere_is_made_whole_or_not_at_all() throws Exception {
        Path key = Keys.make(root.resolve("keys/id"), "ed25519", "");
        assertThatThrownBy(table.player("marl", new MortalDisk(1, Moment.DONE))::makeIdentity)
                .isInstanceOf(Death.class);
        for (Moment moment : Moment.values()) {
            for (int change = 1; change < 4; change++) {
                Player mortal = table.player("marl", new MortalDisk(change, moment));
                assertThatThrownBy(() -> mortal.makeIdentity(key)).isInstanceOf(Death.class);
                assertThat(home(marl()).hasIdentity()).isFalse();
            }
        }

        marl().makeIdentity(key);

        assertThat(contents(marl()).keySet())
                .containsExactly("identity/name.json", "identity/sealing_key", "identity/signing_key.json");
    }

    @Test
    void none_of_the_records_that_hold_secrets_shows_them() throws Exception {
        export(here);
        CarriedIdentity carried = carried();

        String shown = carried + " " + carried.identity() + carried.hosts() + carried.seats() + WORDS;

        assertThat(shown).contains("here", "secrets of a host").doesNotContain("AGE-SECRET", "PRIVATE", "Wind");
        for (Path secret : here.disk().list(here.home().resolve("secrets"))) {
            for (String hex : Files.readString(secret).split("[^0-9a-f]+", -1)) {
                assertThat(hex.length() == 2 * SessionSecrets.SIZE && shown.contains(hex))
                        .isFalse();
            }
        }
    }

    private Player marl() {
        return table.player("marl");
    }

    private boolean dies(String name, CarriedIdentity carried, int change, Moment moment) throws Exception {
        try {
            new Importing(table.player(name, new MortalDisk(change, moment)).surroundings()).take(file, carried, null);
            return false;
        } catch (Death e) {
            return true;
        }
    }

    private CarriedIdentity carried() throws Exception {
        return opened(Files.readAllBytes(file));
    }

    private static CarriedIdentity opened(byte[] sealed) throws SealException, JsonException {
        return CarriedIdentity.open(sealed, WORDS);
    }

    private Exporting.Result export(Player player) throws Exception {
        return new Exporting(player.surroundings()).export(file, WORDS, LOG_N);
    }

    private static Importing.Result take(Player player, Path from) throws Exception {
        Importing importing = new Importing(player.surroundings());
        return importing.take(from, importing.file(from), WORDS, null);
    }

    private static Home home(Player player) {
        return new Home(player.surroundings());
    }

    /** Returns what is in a home, by the names of its files. */
    private static SortedMap<String, Bytes> contents(Player player) throws Exception {
        SortedMap<String, Bytes> contents = new TreeMap<>();
        Snapshot.of(player.home()).files().forEach((path, bytes) -> {
            String name = player.home().relativize(path).toString();
            if (!name.endsWith(".part")) {
                contents.put(name, Bytes.of(bytes));
            }
        });
        return contents;
    }
}
