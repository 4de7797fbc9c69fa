package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.world.mail.RoughPost.Deed;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Players with nothing but mail, at a server in this process and at Dovecot and Postfix. */
@Timeout(300)
class MailedSessionTest {

    private static final List<String> SIX = List.of("ash", "birch", "cedar", "elm", "fir", "hazel");
    private static final List<String> THREE = SIX.subList(0, 3);
    private static final int SEEDS = Integer.getInteger("dmhq.mail.seeds", 1);
    private static final long FROM = Long.getLong("dmhq.mail.from", 1);
    private static final int TURNS = Integer.getInteger("dmhq.mail.turns", 2);

    private static final SortedMap<Long, List<String>> FAIR = new TreeMap<>();

    @Test
    void a_post_that_loses_doubles_delays_reorders_and_rewrites_leads_to_the_same_records() throws Exception {
        for (long seed = FROM; seed < FROM + SEEDS; seed++) {
            try (MailHouse house = new EmbeddedHouse(SIX)) {
                assertThat(patientlyPlayed(house, seed, Weather.ROUGH))
                        .as("seed " + seed)
                        .isEqualTo(withoutFaults(seed));
            }
        }
    }

    @Test
    void whoever_a_host_goes_on_without_is_told() throws Exception {
        for (long seed = FROM; seed < FROM + SEEDS; seed++) {
            try (MailHouse house = new EmbeddedHouse(SIX);
                    MailedTable table = new MailedTable(house, SIX, Weather.ROUGH, seed)) {
                MailedSession session = table.session("harvest", seed);
                told(session, seed, () -> {
                    session.begin(TURNS + 1);
                    for (int turn = 2; turn <= TURNS + 1; turn++) {
                        session.playImpatiently(turn, 2);
                    }
                    session.end();
                    assertThat(session.lostInSilence()).isEmpty();
                    return session;
                });
                System.out.println(told(table, session, seed));
            }
        }
    }

    @Test
    void dovecot_and_postfix_carry_a_session_as_well() throws Exception {
        try (MailHouse house = new RealHouse(SIX)) {
            assertThat(patientlyPlayed(house, FROM, Weather.ROUGH)).isEqualTo(withoutFaults(FROM));
        }
    }

    @Test
    void two_sessions_in_the_same_mailboxes_do_not_disturb_each_other() throws Exception {
        try (MailHouse house = new EmbeddedHouse(THREE);
                MailedTable table = new MailedTable(house, THREE, Weather.FAIR, 3)) {
            MailedSession spring = table.session("spring", 3);
            MailedSession autumn = table.session("autumn", 3);
            spring.begin(5);
            autumn.begin(5);
            for (int turn = 2; turn <= 3; turn++) {
                spring.play(turn);
                autumn.play(turn);
            }
            spring.end();
            autumn.end();

            assertThat(spring.heads()).allMatch(head -> head.startsWith("3 "));
            assertThat(autumn.heads())
                    .allMatch(head -> head.startsWith("3 "))
                    .doesNotContainAnyElementsOf(spring.heads());
            assertThat(spring.log()).noneMatch(said -> said.contains("autumn"));
            assertThat(autumn.log()).noneMatch(said -> said.contains("spring"));
        }
    }

    /** Returns what a post leads to at which nothing goes wrong. */
    private static List<String> withoutFaults(long seed) throws Exception {
        List<String> known = FAIR.get(seed);
        if (known == null) {
            try (MailHouse house = new EmbeddedHouse(SIX)) {
                known = patientlyPlayed(house, seed, Weather.FAIR);
            }
            FAIR.put(seed, known);
        }
        return known;
    }

    /** Plays turns for which the host waits, and returns what everyone holds for the newest record then. */
    private static List<String> patientlyPlayed(MailHouse house, long seed, Weather weather) throws Exception {
        try (MailedTable table = new MailedTable(house, SIX, weather, seed)) {
            MailedSession session = table.session("harvest", seed);
            told(session, seed, () -> {
                session.begin(TURNS + 1);
                for (int turn = 2; turn <= TURNS + 1; turn++) {
                    session.play(turn);
                }
                session.end();
                return session;
            });
            System.out.println(told(table, session, seed));
            if (!weather.equals(Weather.FAIR)) {
                assertThat(table.post().deeds()).containsOnlyKeys(Deed.values());
            }
            return session.heads();
        }
    }

    private static String told(MailedTable table, MailedSession session, long seed) {
        return "seed " + seed + ": " + session.log().size() + " commands, mails "
                + table.post().deeds() + ", alarms " + session.alarms();
    }

    private static <T> T told(MailedSession session, long seed, Callable<T> play) throws Exception {
        try {
            return play.call();
        } catch (Exception | AssertionError e) {
            session.log().forEach(System.out::println);
            System.out.println("again: -Ddmhq.mail.from=" + seed);
            throw e;
        }
    }
}
