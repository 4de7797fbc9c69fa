package dmhq.transports.folder;

import static dmhq.transports.TransportContract.parcel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.TransportContract;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder as a post does on every kind of file system. */
interface FolderContract extends TransportContract {

    Disk DISK = new DurableDisk();

    /** The folder, which is there and empty when a test begins. */
    Path folder();

    @Override
    default FolderTransport open() {
        return new FolderTransport(folder(), DISK);
    }

    @Test
    default void a_parcel_is_one_file_of_its_name_with_nothing_beside_it() throws Exception {
        open().send(parcel("turn-3.zip", "orders"));

        assertThat(folder().resolve("turn-3.zip")).hasContent("orders");
        try (var files = Files.list(folder())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    default void half_a_parcel_is_invisible_and_sending_it_again_makes_it_whole() throws Exception {
        Files.writeString(folder().resolve(".turn-3.zip.part"), "ord");
        assertThat(open().list()).isEmpty();

        open().send(parcel("turn-3.zip", "orders"));

        assertThat(open().list()).containsExactly("turn-3.zip");
        assertThat(open().fetch("turn-3.zip")).asString(UTF_8).isEqualTo("orders");
        try (var files = Files.list(folder())) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn-3.sync-conflict-20260102-131415-ABCDEFG.zip",
                "turn-3 (conflicted copy 2026-01-02 131415).zip",
                "turn-3 (Anna's conflicted copy 2026-01-02).zip",
                "turn-3 (Konfliktkopie von Anna 2026-01-02).zip",
                "turn-3 (In Konflikt stehende Kopie von Anna 2026-01-02).zip",
                "turn-3 (SFConflict anna@example.org 2026-01-02-13-14-15).zip",
                "turn-3_conflict-20260102-131415.zip",
                "turn-3 (conflicted copy Anna 2026-01-02 131415).zip",
                "turn-3 (case clash from 2026-01-02 131415).zip",
                "turn-3 (Case Conflict).zip",
                "turn-3 (Unicode Encoding Conflict 1).zip",
                "turn-3 (copie en conflit de Anna 2026-01-02).zip",
                "turn-3 (copia en conflicto de Anna 2026-01-02).zip",
                "turn-3 (ANNAS-PC conflict 2026-01-02).zip",
                "turn-3 [conflicted].zip",
                "turn-3_Annas-PC_Jan-02-1314-2026_CaseConflict_1.zip",
                "turn-3.zip_Annas-PC_Jan-02-1314-2026_Conflict.age",
                ".turn-3.zip.icloud",
                ".turn-3.zip.~2f1a",
                "~$turn-3.zip",
                "turn-3.zip~",
                "turn-3.zip.part",
                "turn-3.zip.tmp",
                "~syncthing~turn-3.zip.tmp",
                ".syncthing.turn-3.zip.tmp",
                ".DS_Store",
                "desktop.ini",
            })
    default void what_sync_programs_and_desktops_leave_is_not_listed_and_stays(String name) throws Exception {
        FolderTransport post = open();
        post.send(parcel("turn-3.zip", "orders"));
        Path leftover = Files.writeString(folder().resolve(name), "not ours");

        assertThat(post.list()).containsExactly("turn-3.zip");
        post.remove("turn-3.zip");

        assertThat(post.list()).isEmpty();
        assertThat(leftover).hasContent("not ours");
    }

    @Test
    default void a_folder_in_the_folder_is_no_parcel() throws Exception {
        Path inner = Files.createDirectory(folder().resolve("turn-3.zip"));

        assertThat(open().list()).isEmpty();
        assertThat(refusal(() -> open().fetch("turn-3.zip"))).hasMessageContaining("no such parcel");
        assertThat(refusal(() -> open().send(parcel("turn-3.zip", "orders")))).hasMessageContaining("taken");
        assertThat(inner).isDirectory();
    }

    @Test
    default void what_has_come_in_place_of_a_parcel_is_not_taken_back_for_it() throws Exception {
        FolderTransport post = open();
        for (String name : new String[] {"changed.zip", "folder.zip", "link.zip"}) {
            post.send(parcel(name, "orders"));
        }
        Path secret = Files.writeString(folder().resolveSibling("secret"), "orders");
        Files.writeString(folder().resolve("changed.zip"), "what another wrote over it");
        Files.delete(folder().resolve("folder.zip"));
        Files.createDirectory(folder().resolve("folder.zip"));
        Files.delete(folder().resolve("link.zip"));
        link(folder().resolve("link.zip"), secret);

        for (String name : new String[] {"changed.zip", "folder.zip", "link.zip"}) {
            post.remove(name);
        }

        assertThat(folder().resolve("changed.zip")).hasContent("what another wrote over it");
        assertThat(folder().resolve("folder.zip")).isDirectory();
        assertThat(folder().resolve("link.zip")).isSymbolicLink();
        assertThat(secret).hasContent("orders");
    }

    @Test
    default void half_a_parcel_of_another_player_is_theirs_to_finish() throws Exception {
        Path half = Files.writeString(folder().resolve(".turn-3-of-ben.zip.part"), "ord");
        FolderTransport anna = open();

        anna.send(parcel("turn-3-of-anna.zip", "orders"));
        anna.remove("turn-3-of-anna.zip");
        anna.remove("turn-3-of-ben.zip");

        assertThat(half).hasContent("ord");
    }

    @Test
    default void a_link_is_no_parcel_so_nobody_is_led_to_read_other_files() throws Exception {
        Path secret = Files.writeString(folder().resolveSibling("secret"), "key");
        Path link = link(folder().resolve("turn-3.zip"), secret);

        assertThat(open().list()).isEmpty();
        assertThat(refusal(() -> open().fetch("turn-3.zip"))).hasMessageContaining("no such parcel");
        assertThat(refusal(() -> open().send(parcel("turn-3.zip", "key")))).hasMessageContaining("taken");

        assertThat(link).isSymbolicLink();
        assertThat(secret).hasContent("key");
    }

    @Test
    default void a_link_that_leads_nowhere_is_not_written_over() throws Exception {
        Path link = link(folder().resolve("turn-3.zip"), folder().resolve("nowhere"));

        assertThat(refusal(() -> open().send(parcel("turn-3.zip", "orders")))).hasMessageContaining("taken");

        assertThat(link).isSymbolicLink();
    }

    @Test
    default void a_folder_reached_through_a_link_is_as_good_as_any() throws Exception {
        Path link = link(folder().resolveSibling("link"), folder());

        new FolderTransport(link, DISK).send(parcel("turn-3.zip", "orders"));

        assertThat(open().list()).containsExactly("turn-3.zip");
        assertThat(new FolderTransport(link, DISK).fetch("turn-3.zip"))
                .asString(UTF_8)
                .isEqualTo("orders");
    }

    @Test
    default void a_missing_folder_is_named_may_come_back_and_is_never_made_on_the_way() throws Exception {
        Files.delete(folder());

        for (Attempt attempt : new Attempt[] {
            () -> open().list(),
            () -> open().send(parcel("turn-3.zip", "orders")),
            () -> open().fetch("turn-3.zip"),
            () -> open().remove("turn-3.zip"),
        }) {
            var failure = refusal(attempt);
            assertThat(failure).hasMessageContainingAll(folder().toString(), "missing");
            assertThat(failure.retryCanHelp()).isTrue();
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    default void a_file_in_place_of_the_folder_is_named_and_stays_what_it_is() throws Exception {
        Files.delete(folder());
        Files.writeString(folder(), "a letter");

        for (Attempt attempt : new Attempt[] {() -> open().list(), () -> open().prepare()}) {
            var failure = refusal(attempt);
            assertThat(failure).hasMessageContainingAll(folder().toString(), "not a folder");
            assertThat(failure.retryCanHelp()).isFalse();
        }
        assertThat(folder()).hasContent("a letter");
    }

    @Test
    default void preparing_makes_the_folder_once_and_keeps_what_is_in_it() throws Exception {
        Files.delete(folder());

        open().prepare();
        open().send(parcel("turn-3.zip", "orders"));
        open().prepare();

        assertThat(open().list()).containsExactly("turn-3.zip");
    }

    @Test
    default void preparing_makes_no_folder_above_so_an_unmounted_share_stays_empty() throws Exception {
        Path share = folder().resolve("share");

        var failure = refusal(() -> new FolderTransport(share.resolve("sabres"), DISK).prepare());

        assertThat(failure)
                .hasMessageContainingAll("prepare", share.resolve("sabres").toString(), "missing");
        assertThat(failure.retryCanHelp()).isTrue();
        assertThat(share).doesNotExist();
    }

    /** Something that a transport is asked to do. */
    interface Attempt {
        void run() throws IOException, TransportException;
    }

    private static Path link(Path link, Path target) throws IOException {
        try {
            return Files.createSymbolicLink(link, target);
        } catch (FileSystemException e) {
            return abort("this user may not make links: " + e.getMessage());
        }
    }

    private static TransportException refusal(Attempt attempt) {
        return catchThrowableOfType(TransportException.class, attempt::run);
    }
}
