package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static dmhq.engine.HuntByPost.give;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.Turn;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest;
import dmhq.format.session.SignedRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sessions that differ only in what bob gives cyd: ada's turns must not tell them apart. */
class NoLeakTest {

    private static final Codec<SignedRecord> RECORDS = Codec.of(SignedRecord.class);

    private HuntByPost one;
    private HuntByPost other;

    @BeforeEach
    void play() throws ArchiveException {
        one = played(1);
        other = played(2);
    }

    private static HuntByPost played(int coins) throws ArchiveException {
        HuntByPost post = HuntByPost.begun(7);
        post.resolve(
                post.plan(ADA).doing(dig("a", 1)).signed(),
                post.plan(BOB).doing(dig("b", 2), dig("c", 3)).signed());
        post.resolve(
                post.plan(ADA).doing(give("d", BOB, 1)).signed(),
                post.plan(BOB).doing(give("d", CYD, coins), dig("e", 4)).signed(),
                post.plan(CYD).signed());
        post.resolve(
                post.plan(ADA).signed(),
                post.plan(CYD).doing(give("f", BOB, coins)).signed());
        return post.resolve(post.plan(ADA).doing(dig("g", 5)).signed());
    }

    @Test
    void the_two_sessions_differ() {
        assertThat(one.archive().history().events())
                .isNotEqualTo(other.archive().history().events());
        assertThat(one.archive().chain().record(3).state())
                .isNotEqualTo(other.archive().chain().record(3).state());
    }

    @Test
    void what_ada_holds_beside_the_records_is_the_same() {
        Turn ours = one.turnFor(ADA, 1);
        Turn theirs = other.turnFor(ADA, 1);

        assertThat(ours.history()).isEqualTo(theirs.history());
        assertThat(ours.history().bodies()).hasSize(4);
        assertThat(ours.history().events()).hasSizeGreaterThan(5);
        assertThat(ours.history().salts()).hasSize(5);
        assertThat(one.copyOf(ADA).history()).isEqualTo(other.copyOf(ADA).history());
    }

    @Test
    void adas_files_have_the_same_entries_of_the_same_size() throws ArchiveException {
        Manifest ours = manifest(one);
        Manifest theirs = manifest(other);

        for (int i = 0; i < ours.entries().size(); i++) {
            Manifest.Listed mine = ours.entries().get(i);
            Manifest.Listed hers = theirs.entries().get(i);
            assertThat(mine.name()).isEqualTo(hers.name());
            assertThat(mine.size()).isEqualTo(hers.size());
            if (!mine.name().startsWith("records_")) {
                assertThat(mine).isEqualTo(hers);
            }
        }
        assertThat(ours.entries()).hasSameSizeAs(theirs.entries());
        assertThat(withoutEntries(ours)).isEqualTo(withoutEntries(theirs));
    }

    @Test
    void adas_records_differ_only_in_salted_commitments_bodies_of_others_and_what_hangs_on_them() {
        SortedSet<String> differing = new TreeSet<>();
        for (int number = 0; number <= 5; number++) {
            differences(
                    "",
                    RECORDS.encode(one.archive().chain().records().get(number)),
                    RECORDS.encode(other.archive().chain().records().get(number)),
                    differing);
        }

        assertThat(differing)
                .containsExactly(
                        "/record/orders/ada/base",
                        "/record/orders/ada/signature",
                        "/record/orders/bob/body",
                        "/record/orders/bob/signature",
                        "/record/orders/cyd/base",
                        "/record/orders/cyd/body",
                        "/record/orders/cyd/signature",
                        "/record/previous",
                        "/record/seats/bob/part",
                        "/record/seats/bob/view",
                        "/record/seats/cyd/part",
                        "/record/seats/cyd/view",
                        "/record/state",
                        "/signature");
    }

    /** Puts the places in which two values differ into a set; elements are named by their seat. */
    private static void differences(String place, Json ours, Json theirs, SortedSet<String> differing) {
        if (ours instanceof Json.Members mine && theirs instanceof Json.Members hers) {
            assertThat(mine.members().keySet()).isEqualTo(hers.members().keySet());
            mine.members()
                    .forEach((name, value) -> differences(
                            name.equals("header") ? place : place + "/" + name,
                            value,
                            Objects.requireNonNull(hers.member(name)),
                            differing));
        } else if (ours instanceof Json.Elements mine && theirs instanceof Json.Elements hers) {
            assertThat(mine.elements()).hasSameSizeAs(hers.elements());
            for (int i = 0; i < mine.elements().size(); i++) {
                Json element = mine.elements().get(i);
                differences(
                        place + "/" + seat(element), element, hers.elements().get(i), differing);
            }
        } else if (!ours.equals(theirs)) {
            differing.add(place);
        }
    }

    private static String seat(Json element) {
        Json inner = element instanceof Json.Members members && members.member("header") != null
                ? members.member("header")
                : element;
        return inner instanceof Json.Members members && members.member("seat") instanceof Json.Text seat
                ? seat.value()
                : "?";
    }

    private static Manifest manifest(HuntByPost post) throws ArchiveException {
        byte[] file =
                post.turnFor(ADA, 1).pack(post.archive().chain(), post.secrets().key(), HuntByPost.at(9));
        return PackedFile.read(file).manifest();
    }

    private static Json withoutEntries(Manifest manifest) {
        Map<String, Json> members =
                new LinkedHashMap<>(((Json.Members) Codec.of(Manifest.class).encode(manifest)).members());
        members.remove("entries");
        return new Json.Members(members);
    }
}
