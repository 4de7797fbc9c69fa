package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboxTest extends ThreePlayers {

    OutboxTest() {
        super(17);
    }

    @Test
    void for_a_shared_folder_which_shows_none_no_covers_are_written() throws Exception {
        new TurnIntake(corrigan.workspace()).askAgain();

        Sending.Result sending = new Sending(corrigan.workspace())
                .sendAll(corrigan.copy().chain(), (label, name) -> {
                    throw new IllegalStateException("nobody sees " + name);
                });

        assertThat(sending.sent()).hasSize(1);
        assertThat(sending.failures()).isEmpty();
    }
}
