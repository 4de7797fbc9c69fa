package dmhq.transports.email.post;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several sessions of one player, which share a mailbox and what is known of it. */
class SharedStateTest extends AnnaAndBen {

    @Test
    void two_that_look_at_once_wait_for_each_other_and_both_see_everything() throws Exception {
        MailPost other = post("ben", new DurableDisk());
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 20; round++) {
                send(anna, "turn-" + round + ".zip", "ours: " + round);
                List<Future<List<String>>> looks = new ArrayList<>();
                for (MailPost post : List.of(ben, other)) {
                    looks.add(both.submit(() -> list(post)));
                }
                for (Future<List<String>> look : looks) {
                    assertThat(look.get()).hasSize(round);
                }
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void one_that_waits_is_told_of_a_mail_that_another_has_looked_at_meanwhile() throws Exception {
        list(ben);
        send(anna, "turn-3.zip", "ours: 3");
        list(post("ben", new DurableDisk()));

        assertThat(ben.await(Duration.ofMinutes(1))).isTrue();
        list(ben);
        assertThat(ben.await(Duration.ofMillis(300))).isFalse();
    }
}
