package dmhq.world.mail;

import dmhq.format.Bytes;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes mails out of inboxes before anybody has seen them, and puts back what it likes, when it likes: some never, some
 * twice, some late and after others, some changed as programs of mail change them. One seed decides.
 */
final class RoughPost implements AutoCloseable {

    private static final int LONGEST_DELAY = 30;

    /** What it did. */
    enum Deed {
        LOST,
        DOUBLED,
        LATE,
        OVERTAKEN,
        CHANGED
    }

    private final MailHouse house;
    private final Weather weather;
    private final Random fate;
    private final SortedMap<String, Inbox> inboxes = new TreeMap<>();
    private final SortedMap<Deed, Integer> deeds = new TreeMap<>();
    private final List<UnderWay> underWay = new ArrayList<>();
    private int rounds;
    private int taken;

    private record UnderWay(String to, Bytes mail, int number, int due) {}

    RoughPost(MailHouse house, List<String> players, Weather weather, long seed) throws Exception {
        this.house = house;
        this.weather = weather;
        this.fate = new Random(seed);
        for (String player : players) {
            inboxes.put(player, new Inbox(house.line(player)));
        }
    }

    /** Returns how often it did what. */
    SortedMap<Deed, Integer> deeds() {
        return deeds;
    }

    /** Returns the mails that lie in an inbox. */
    List<byte[]> lyingAt(String player) throws Exception {
        return inbox(player).all();
    }

    String address(String player) {
        return house.line(player).account().address();
    }

    /** Lets some time pass on the way. */
    void carry() throws Exception {
        house.settle();
        if (weather.equals(Weather.FAIR)) {
            return;
        }
        rounds++;
        for (Map.Entry<String, Inbox> inbox : inboxes.entrySet()) {
            for (byte[] mail : inbox.getValue().takeNew()) {
                take(inbox.getKey(), mail);
            }
        }
        List<UnderWay> due = new ArrayList<>();
        for (Iterator<UnderWay> all = underWay.iterator(); all.hasNext(); ) {
            UnderWay one = all.next();
            if (one.due() <= rounds) {
                all.remove();
                due.add(one);
            }
        }
        Collections.shuffle(due, fate);
        for (UnderWay one : due) {
            deliver(one);
        }
    }

    /** Lets so much time pass that all that is under way arrives. */
    void carryAll() throws Exception {
        carry();
        rounds += LONGEST_DELAY;
        carry();
    }

    private void take(String to, byte[] mail) {
        int number = ++taken;
        if (happens(weather.lost())) {
            count(Deed.LOST);
            return;
        }
        int copies = 1;
        if (happens(weather.doubled())) {
            count(Deed.DOUBLED);
            copies = 2;
        }
        for (int copy = 0; copy < copies; copy++) {
            byte[] content = mail;
            if (happens(weather.changed())) {
                count(Deed.CHANGED);
                content = Change.any(fate).of(mail, fate.nextInt(1_000_000));
            }
            int delay = 0;
            if (happens(weather.late())) {
                count(Deed.LATE);
                delay = 1 + fate.nextInt(LONGEST_DELAY);
            }
            underWay.add(new UnderWay(to, Bytes.of(content), number, rounds + delay));
        }
    }

    private void deliver(UnderWay one) throws Exception {
        boolean overtakes = underWay.stream()
                .anyMatch(other -> other.to().equals(one.to())
                        && other.number() < one.number()
                        && !other.mail().equals(one.mail()));
        if (overtakes) {
            count(Deed.OVERTAKEN);
        }
        inbox(one.to()).put(one.mail().toArray());
    }

    private Inbox inbox(String player) {
        Inbox inbox = inboxes.get(player);
        if (inbox == null) {
            throw new IllegalArgumentException(player + " has no account here");
        }
        return inbox;
    }

    private boolean happens(int cases) {
        return fate.nextInt(100) < cases;
    }

    private void count(Deed deed) {
        deeds.merge(deed, 1, Integer::sum);
    }

    @Override
    public void close() throws IOException {
        try {
            for (Inbox inbox : inboxes.values()) {
                inbox.close();
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }
}
