package dmhq.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassedTest {

    private final List<Bytes> tested = new ArrayList<>();
    private final Passed passed = new Passed(1_000);

    private boolean isShort(Bytes bytes) {
        return passed.test(bytes, () -> {
            tested.add(bytes);
            return bytes.size() < 8;
        });
    }

    @Test
    void what_passed_once_is_not_tested_again() {
        assertThat(isShort(bytes("key"))).isTrue();
        assertThat(isShort(bytes("key"))).isTrue();

        assertThat(tested).containsExactly(bytes("key"));
    }

    @Test
    void what_failed_is_tested_and_fails_again() {
        assertThat(isShort(bytes("no key at all"))).isFalse();
        assertThat(isShort(bytes("no key at all"))).isFalse();

        assertThat(tested).hasSize(2);
    }

    @Test
    void no_more_than_a_thousand_are_remembered() {
        for (int i = 0; i < 5_000; i++) {
            isShort(bytes("k" + i));
        }
        tested.clear();

        isShort(bytes("k0"));
        isShort(bytes("k4999"));

        assertThat(tested).containsExactly(bytes("k0"));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
