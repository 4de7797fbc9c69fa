package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How large a long session is. */
class LongSessionTest {

    private static final long SEED = 20_250_901;

    @Test
    void two_hundred_turns_of_eight_seats_with_five_actions_take_at_most_800_000_bytes() throws Exception {
        LongSession session = LongSession.of(SEED);

        byte[] file = session.pack();

        assertThat(file.length)
                .as("seed %d: the host's file takes %d bytes", SEED, file.length)
                .isLessThanOrEqualTo(800_000);
        SessionArchive read = SessionArchive.read(PackedFile.read(file));
        assertThat(read.chain().records()).isEqualTo(session.archive().chain().records());
        assertThat(read.history()).isEqualTo(session.archive().history());
    }
}
