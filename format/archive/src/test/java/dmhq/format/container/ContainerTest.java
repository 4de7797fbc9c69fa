package dmhq.format.container;

import static dmhq.format.container.Samples.container;
import static dmhq.format.container.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTest {

    @Test
    void the_manifest_and_its_signature_come_first_and_all_others_by_the_bytes_of_their_names() {
        Container container = container(
                "b",
                "",
                "a/b",
                "",
                "a",
                "",
                "Z",
                "",
                "manifest.json.sig",
                "",
                "manifest.json",
                "",
                "\uff5a",
                "",
                "\ud83d\udc09",
                "",
                "a.gz",
                "");

        assertThat(container.entries().keySet())
                .containsExactly(
                        "manifest.json", "manifest.json.sig", "Z", "a", "a.gz", "a/b", "b", "\uff5a", "\ud83d\udc09");
    }

    @Test
    void entries_are_found_by_name_and_cannot_be_changed() {
        Container container = container("a.gz", "content");

        assertThat(container.find("a.gz").orElseThrow().content()).isEqualTo(utf8("content"));
        assertThat(container.find("b")).isEmpty();
        assertThatThrownBy(() -> container.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/a", "../a", "a/../b", "a/..", "./a", "a//b", "a/", "a\\b", "C:a", "a\nb", "a\0", "\ud800", ".",
                ".."
            })
    void a_name_that_is_no_safe_relative_path_is_refused(String name) {
        Map<String, Entry> entries = Map.of(name, Entry.plain(utf8("x")));

        assertThatThrownBy(() -> new Container(entries)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "..a", "a..", "a/b/c", "snapshots/snapshot_turn_4.json.gz", "état.json", "a b"})
    void a_safe_relative_path_is_a_name(String name) {
        assertThat(container(name, "x").entries()).containsOnlyKeys(name);
    }

    @Test
    void an_entry_cannot_stand_under_a_name_of_the_other_kind_and_a_container_is_never_empty() {
        Entry gzipped = Entry.of("a.gz", utf8("x"));
        Entry plain = Entry.of("a", utf8("x"));

        assertThatThrownBy(() -> new Container(Map.of("a", gzipped))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Container(Map.of("a.gz", plain))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Container(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_entry_does_not_print_its_content() {
        assertThat(Entry.of("a", utf8("secret"))).hasToString("Entry of 6 bytes, 6 packed");
    }
}
