package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a reader says to a file or record that it does not take. */
final class Refusal {

    private Refusal() {}

    static void of(ThrowingCallable reading, Layer layer, String sentence) {
        ArchiveException refusal = catchThrowableOfType(ArchiveException.class, reading);
        // The layer's own word is not said twice.
        String said = layer == Layer.ENTRY ? sentence.replaceFirst("^entry ", "") : sentence;
        assertThat(refusal).as("refusal: " + layer + ": " + said).isNotNull();
        assertThat(refusal).hasMessageStartingWith(layer + ": ").hasMessageContaining(said);
        assertThat(refusal.layer()).isEqualTo(layer);
    }
}
