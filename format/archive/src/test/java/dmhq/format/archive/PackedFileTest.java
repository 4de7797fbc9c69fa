package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.json.Json;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SshSignature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest, its signature, and the entries it lists. */
class PackedFileTest {

    private static final String SIGNATURE = "manifest.json.sig";
    private static final String RECORDS = "records_0_to_1.json.gz";

    private final Game game = Game.hostWatches();
    private final byte[] file = game.host(1).pack(game.hostKey, Game.START);

    @Test
    void a_file_says_who_packed_it_and_holds_what_it_lists() throws Exception {
        PackedFile read = PackedFile.read(file);

        assertThat(read.packer()).isEqualTo(game.hostKey.verifyingKey());
        assertThat(read.entries().keySet())
                .containsExactly("events_0_to_1.json.gz", "initial_state.json.gz", RECORDS, "salts_0_to_1.json.gz");
    }

    @Test
    void every_flipped_bit_of_a_file_is_refused() {
        byte[] small = game.host(0).pack(game.hostKey, Game.START);

        for (int bit = 0; bit < small.length * 8; bit++) {
            byte[] flipped = small.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Refusal.of(() -> PackedFile.read(flipped), Layer.CONTAINER, "");
        }
    }

    @Test
    void a_flipped_bit_in_an_entry_names_it_even_when_all_checksums_were_made_anew() {
        for (Map.Entry<String, Bytes> entry : Repacked.contents(file).entrySet()) {
            byte[] content = entry.getValue().toArray();
            for (int at = 0; at < content.length; at += Math.max(1, content.length / 50)) {
                byte[] flipped = content.clone();
                flipped[at] ^= (byte) (1 << at % 8);
                byte[] changed = Repacked.raw(file, entries -> entries.put(entry.getKey(), Bytes.of(flipped)));
                Refusal.of(
                        () -> PackedFile.read(changed),
                        entry.getKey().startsWith("manifest") ? Layer.MANIFEST : Layer.ENTRY,
                        entry.getKey().startsWith("manifest") ? "" : "entry " + entry.getKey());
            }
        }
    }

    @Test
    void a_file_without_its_manifest_or_signature_is_refused() {
        refused(entries -> entries.remove("manifest.json"), Layer.MANIFEST, "entry manifest.json is missing");
        refused(entries -> entries.remove(SIGNATURE), Layer.MANIFEST, "entry manifest.json.sig is missing");
    }

    @Test
    void a_manifest_is_signed_for_files_and_for_nothing_else() {
        Bytes manifest = bytes("manifest.json");
        for (Namespace other : List.of(Namespace.RECORD, Namespace.ORDERS, Namespace.ROSTER)) {
            String signature = SshSignature.make(game.hostKey, other, manifest).armored();
            refused(
                    entries -> entries.put(SIGNATURE, Doctored.utf8(signature)),
                    Layer.MANIFEST,
                    "entry manifest.json.sig is not a signature for dmhq-file in its one form");
        }
    }

    @Test
    void a_manifest_that_its_key_did_not_sign_is_refused() {
        String signature = SshSignature.make(game.hostKey, Namespace.FILE, Doctored.utf8("{}"))
                .armored();

        refused(
                entries -> entries.put(SIGNATURE, Doctored.utf8(signature)),
                Layer.MANIFEST,
                "entry manifest.json is not what " + game.hostKey.verifyingKey().fingerprint() + " signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN SSH SIGNATURE-----\n", "\u00ff"})
    void what_is_no_signature_is_refused(String text) {
        refused(
                entries -> entries.put(SIGNATURE, Doctored.utf8(text)),
                Layer.MANIFEST,
                "entry manifest.json.sig: expected '-----BEGIN SSH SIGNATURE-----'");
    }

    @Test
    void a_manifest_in_another_byte_form_is_refused() {
        String spaced = Doctored.text(bytes("manifest.json")).replaceFirst(":", ": ");

        refused(
                entries -> entries.put("manifest.json", Doctored.utf8(spaced)),
                Layer.MANIFEST,
                "entry manifest.json: not in the canonical byte form of JSON");
        refused(
                entries -> entries.put("manifest.json", Doctored.utf8("nothing")),
                Layer.MANIFEST,
                "entry manifest.json: not JSON");
    }

    @Test
    void a_newer_version_is_named_before_anything_else_of_it_is_judged() {
        signedManifestRefused(
                "file_format/version", "2", "the file is in version 2 of the format, this dmhq reads version 1");
        refused(
                entries -> entries.put(
                        "manifest.json", Doctored.utf8("{\"file_format\":{\"version\":7},\"all\":\"new\"}")),
                Layer.MANIFEST,
                "the file is in version 7 of the format, this dmhq reads version 1");
    }

    @Test
    void a_file_that_claims_to_be_packed_otherwise_is_refused() {
        signedManifestRefused("file_format/compression", "\"zstd\"", "packed otherwise than it is");
        signedManifestRefused("file_format/encryption", "\"age\"", "packed otherwise than it is");
    }

    @Test
    void members_of_other_names_are_kept_in_a_manifest() throws Exception {
        byte[] more = Repacked.manifest(file, game.hostKey, "weather", "{\"wind\":[1,2.50]}");

        assertThat(PackedFile.read(more).manifest().other().toText()).isEqualTo("{\"weather\":{\"wind\":[1,2.50]}}");
    }

    @Test
    void an_entry_that_is_missing_swapped_or_not_listed_is_named() {
        refused(entries -> entries.remove(RECORDS), Layer.ENTRY, "entry " + RECORDS + " is listed but missing");
        refused(entries -> entries.put("zoo.json", Doctored.utf8("{}")), Layer.ENTRY, "entry zoo.json is not listed");
        refused(
                entries -> {
                    entries.put(RECORDS, bytes("salts_0_to_1.json.gz"));
                    entries.put("salts_0_to_1.json.gz", bytes(RECORDS));
                },
                Layer.ENTRY,
                "entry " + RECORDS + " is not the one the manifest lists");
    }

    @Test
    void a_list_with_an_entry_twice_or_out_of_order_is_refused() {
        String sentence = "entries are listed twice or out of order";

        signedManifestRefused("entries", list -> repeated(list, 1), sentence);
        signedManifestRefused(
                "entries",
                list -> {
                    List<Json> turned = new ArrayList<>(((Json.Elements) list).elements());
                    Collections.reverse(turned);
                    return new Json.Elements(turned);
                },
                sentence);
    }

    @Test
    void a_list_that_names_one_entry_very_often_costs_nothing() {
        Map<String, Bytes> large = new LinkedHashMap<>();
        large.put("large", Bytes.of(new byte[10_000_000]));
        Json.Members listed = Game.object(
                "{\"name\":\"large\",\"size\":10000000,\"digest\":\"" + Digest.of(large.get("large")) + "\"}");

        signedManifestRefused(large, list -> new Json.Elements(Collections.nCopies(20_000, listed)));
    }

    @Test
    void a_sentence_about_a_file_holds_nothing_a_terminal_would_obey() {
        String cleared =
                Doctored.text(bytes("manifest.json")).replace("\"kind\":\"session\"", "\"kind\":\"\\u001b[2J\"");

        refused(entries -> entries.put("manifest.json", Doctored.utf8(cleared)), Layer.MANIFEST, "found '?[2J'");
    }

    private Bytes bytes(String entry) {
        Bytes content = Repacked.contents(file).get(entry);
        if (content == null) {
            throw new AssertionError(entry);
        }
        return content;
    }

    private void refused(Consumer<Map<String, Bytes>> change, Layer layer, String sentence) {
        byte[] changed = Repacked.raw(file, change);
        Refusal.of(() -> PackedFile.read(changed), layer, sentence);
    }

    private void signedManifestRefused(String path, String json, String sentence) {
        signedManifestRefused(path, old -> Doctored.json(json), sentence);
    }

    private void signedManifestRefused(String path, UnaryOperator<Json> change, String sentence) {
        Bytes manifest = Doctored.at(Doctored.json(Doctored.text(bytes("manifest.json"))), path, change)
                .canonical();
        refused(entries -> sign(entries, manifest), Layer.MANIFEST, sentence);
    }

    private void signedManifestRefused(Map<String, Bytes> others, UnaryOperator<Json> list) {
        Bytes manifest = Doctored.at(Doctored.json(Doctored.text(bytes("manifest.json"))), "entries", list)
                .canonical();
        refused(
                entries -> {
                    entries.clear();
                    entries.putAll(others);
                    sign(entries, manifest);
                },
                Layer.MANIFEST,
                "entries are listed twice or out of order");
    }

    private void sign(Map<String, Bytes> entries, Bytes manifest) {
        entries.put("manifest.json", manifest);
        entries.put(
                SIGNATURE,
                Doctored.utf8(SshSignature.make(game.hostKey, Namespace.FILE, manifest)
                        .armored()));
    }

    private static Json repeated(Json list, int size) {
        List<Json> first = ((Json.Elements) list).elements();
        return new Json.Elements(
                Stream.concat(first.stream(), first.subList(0, size).stream()).toList());
    }
}
