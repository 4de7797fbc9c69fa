package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a reader says to a file or record that it does not take. */
final class Refusal {

    private Refusal() {}

    static void of(ThrowingCallable reading, Layer layer, String sentence) {
        ArchiveException refusal = catchThrowableOfType(ArchiveException.class, reading);
        assertThat(refusal).as("refusal: " + layer + ": " + sentence).isNotNull();
        assertThat(refusal).hasMessageStartingWith(layer + ": ").hasMessageContaining(sentence);
        assertThat(refusal.layer()).isEqualTo(layer);
    }
}
