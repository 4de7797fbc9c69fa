package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {

    private static final int JAVA_8 = 52;

    @ParameterizedTest
    @CsvSource({"1.8, true", "9, true", "11, true", "16, true", "17, false", "21, false", "25, false"})
    void java_is_too_old_below_17(String version, boolean tooOld) {
        assertThat(Start.isTooOld(version)).isEqualTo(tooOld);
    }

    @Test
    void java_8_can_read_the_class_that_says_so() throws Exception {
        try (var file = new DataInputStream(Objects.requireNonNull(Start.class.getResourceAsStream("Start.class")))) {
            file.readInt();
            file.readUnsignedShort();

            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }
}
