package dmhq.transports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport does, whatever carries its parcels. */
public interface TransportContract {

    /** Opens a transport; all that one test opens lead to one place, empty at first. */
    Transport open() throws Exception;

    @Test
    default void what_one_player_sends_another_finds_and_fetches() throws Exception {
        try (Transport anna = open();
                Transport ben = open()) {
            anna.send(parcel("turn-3.zip", "orders"));

            assertThat(ben.list()).containsExactly("turn-3.zip");
            assertThat(ben.fetch("turn-3.zip")).asString(UTF_8).isEqualTo("orders");
        }
    }

    @Test
    default void a_post_nobody_has_used_is_empty() throws Exception {
        try (Transport post = open()) {
            assertThat(post.list()).isEmpty();
        }
    }

    @Test
    default void sending_twice_changes_nothing() throws Exception {
        try (Transport post = open()) {
            post.send(parcel("turn-3.zip", "orders"));
            post.send(parcel("turn-3.zip", "orders"));

            assertThat(post.list()).containsExactly("turn-3.zip");
            assertThat(post.fetch("turn-3.zip")).asString(UTF_8).isEqualTo("orders");
        }
    }

    @Test
    default void other_content_under_a_taken_name_is_refused_and_the_first_stays() throws Exception {
        try (Transport post = open()) {
            post.send(parcel("turn-3.zip", "orders"));

            var refusal = catchThrowableOfType(
                    TransportException.class, () -> post.send(parcel("turn-3.zip", "second thoughts")));

            assertThat(refusal).hasMessageContainingAll("post", "send turn-3.zip", "taken");
            assertThat(refusal.retryCanHelp()).isFalse();
            assertThat(refusal.isOfThisAlone()).isTrue();
            assertThat(post.fetch("turn-3.zip")).asString(UTF_8).isEqualTo("orders");
        }
    }

    @Test
    default void parcels_are_listed_by_name_whatever_order_they_came_in() throws Exception {
        try (Transport post = open()) {
            for (String name : new String[] {"b.zip", "a.zip", "C.zip", "a-2.zip"}) {
                post.send(parcel(name, name));
            }

            assertThat(post.list()).containsExactly("C.zip", "a-2.zip", "a.zip", "b.zip");
        }
    }

    @Test
    default void who_asks_since_long_before_is_shown_all() throws Exception {
        try (Transport anna = open();
                Transport ben = open()) {
            anna.send(parcel("a.zip", "a"));

            assertThat(ben.list(Instant.EPOCH)).containsExactly("a.zip");
        }
    }

    @Test
    default void a_parcel_that_its_sender_takes_back_is_gone_for_everyone() throws Exception {
        try (Transport anna = open();
                Transport ben = open()) {
            anna.send(parcel("a.zip", "a"));
            anna.send(parcel("b.zip", "b"));

            anna.remove("a.zip");
            anna.remove("a.zip");

            assertThat(ben.list()).containsExactly("b.zip");
        }
    }

    @Test
    default void a_reader_takes_nothing_away_that_another_sent() throws Exception {
        try (Transport anna = open();
                Transport ben = open()) {
            anna.send(parcel("a.zip", "a"));
            ben.fetch("a.zip");

            ben.remove("a.zip");

            assertThat(anna.list()).containsExactly("a.zip");
            assertThat(anna.fetch("a.zip")).asString(UTF_8).isEqualTo("a");
        }
    }

    @Test
    default void who_kept_a_parcel_can_take_it_back_on_another_day_by_sending_it_again() throws Exception {
        try (Transport monday = open()) {
            monday.send(parcel("a.zip", "a"));
        }
        try (Transport tuesday = open()) {
            tuesday.send(parcel("a.zip", "a"));
            tuesday.remove("a.zip");

            assertThat(tuesday.list()).isEmpty();
        }
    }

    @Test
    default void a_refused_parcel_gives_no_right_to_what_has_its_name() throws Exception {
        try (Transport anna = open();
                Transport ben = open()) {
            anna.send(parcel("a.zip", "a"));
            assertThatThrownBy(() -> ben.send(parcel("a.zip", "b"))).isInstanceOf(TransportException.class);

            ben.remove("a.zip");

            assertThat(anna.list()).containsExactly("a.zip");
        }
    }

    @Test
    default void a_parcel_that_is_not_there_is_named_and_trying_again_does_not_help() throws Exception {
        try (Transport post = open()) {
            var failure = catchThrowableOfType(TransportException.class, () -> post.fetch("turn-9.zip"));

            assertThat(failure).hasMessageContainingAll("post", "fetch turn-9.zip", "no such parcel");
            assertThat(failure.retryCanHelp()).isFalse();
            assertThat(failure.isOfThisAlone()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "turn 3 (final).zip",
                "-rf",
                "a..b",
                "100%+1=$#@!&',;[]{}^`_",
                "console.zip",
                "com10",
                "no-ending-tmp",
                "tmp",
            })
    default void odd_but_legal_names_travel_like_any_other(String name) throws Exception {
        try (Transport post = open()) {
            post.send(parcel(name, name));

            assertThat(post.list()).containsExactly(name);
            assertThat(post.fetch(name)).asString(UTF_8).isEqualTo(name);
            post.remove(name);
            assertThat(post.list()).isEmpty();
        }
    }

    @Test
    default void a_name_of_the_greatest_length_travels_like_any_other() throws Exception {
        String name = "n".repeat(200);
        try (Transport post = open()) {
            post.send(parcel(name, "long"));

            assertThat(post.list()).containsExactly(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.zip", "..", "a/b.zip", "", "aux.zip"})
    default void a_name_that_is_no_parcel_name_is_refused(String name) throws Exception {
        try (Transport post = open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> post.fetch(name));
            assertThatIllegalArgumentException().isThrownBy(() -> post.remove(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "Grüße aus Übersee, 漢字, \uD83D\uDE80\r\n\n"})
    default void content_arrives_byte_for_byte(String content) throws Exception {
        try (Transport post = open()) {
            post.send(parcel("turn-3.zip", content));

            assertThat(post.list()).containsExactly("turn-3.zip");
            assertThat(post.fetch("turn-3.zip")).isEqualTo(content.getBytes(UTF_8));
        }
    }

    @Test
    default void five_megabytes_arrive_byte_for_byte() throws Exception {
        byte[] content = new byte[5_000_000];
        new Random(5).nextBytes(content);
        try (Transport post = open()) {
            post.send(new Parcel("big.zip", "", content, COVER));

            assertThat(post.fetch("big.zip")).isEqualTo(content);
        }
    }

    @Test
    default void closing_twice_changes_nothing() throws Exception {
        Transport anna = open();
        anna.send(parcel("a.zip", "a"));

        anna.close();
        anna.close();

        try (Transport ben = open()) {
            assertThat(ben.list()).containsExactly("a.zip");
        }
    }

    /** A cover for tests that do not look at it. */
    Cover COVER = new Cover("Turn 3", "Your turn.", "<p>Your turn.</p>", "sabres-0011223344556677");

    /** A parcel for nobody in particular. */
    static Parcel parcel(String name, String content) {
        return new Parcel(name, "", content.getBytes(UTF_8), COVER);
    }
}
