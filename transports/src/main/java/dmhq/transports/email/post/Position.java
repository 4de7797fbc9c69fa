package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.transports.ParcelName;
import dmhq.transports.email.writing.MessageIds;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a mailbox has been looked through, and what lay there: a hint that saves looking again.
 *
 * @param mailbox which one it is, in one line
 * @param validity under which the UIDs are valid
 * @param from the first UID that has been looked at
 * @param next the first UID after it that has not
 * @param found in the order of UIDs
 */
record Position(String mailbox, long validity, long from, long next, List<Found> found) {

    private static final String FIRST_LINE = "dmhq-mail-position-3";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int HEAD = 5;
    private static final int FIELDS = 8;
    private static final int SHORT = 16;

    Position {
        found = List.copyOf(found);
    }

    /** Returns that of a mailbox which is looked at from a UID on. */
    static Position begin(String mailbox, long validity, long from) {
        return new Position(mailbox, validity, from, from, List.of());
    }

    /** Reads a position; empty if the text is not, to the last byte, what {@link #text} wrote. */
    static Optional<Position> parse(String text) {
        int end = text.lastIndexOf("digest ");
        if (end < 0 || !text.substring(end).equals(seal(text.substring(0, end)))) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        if (lines.length < HEAD || !lines[0].equals(FIRST_LINE)) {
            return Optional.empty();
        }
        List<Found> found = new ArrayList<>();
        for (int i = HEAD; i < lines.length - 1; i++) {
            String[] fields = lines[i].split("\t", FIELDS);
            Origin origin = new Origin(fields[3], offset(fields[4]), fields[5], Boolean.parseBoolean(fields[6]));
            found.add(new Found(Long.parseLong(fields[0]), fields[1], fields[2], origin));
        }
        return Optional.of(new Position(
                lines[1], Long.parseLong(lines[2]), Long.parseLong(lines[3]), Long.parseLong(lines[4]), found));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(FIRST_LINE + "\n" + mailbox + "\n" + validity + "\n" + from + "\n" + next + "\n");
        for (Found one : found) {
            text.append(one.uid() + "\t" + one.digest() + "\t" + one.name() + "\t"
                    + oneLine(one.origin().from()) + "\t" + told(one.origin().offset()) + "\t"
                    + oneLine(one.origin().id()) + "\t"
                    + one.origin().answerable() + "\t\n");
        }
        return text + seal(text.toString());
    }

    private static String told(@Nullable ZoneOffset offset) {
        return offset == null ? "" : offset.getId();
    }

    private static @Nullable ZoneOffset offset(String told) {
        return told.isEmpty() ? null : ZoneOffset.of(told);
    }

    private static String seal(String text) {
        return "digest " + MessageIds.sha256(text.getBytes(UTF_8)) + "\n";
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** Returns a position from which the next look goes on at that UID. */
    Position upTo(long uid) {
        return new Position(mailbox, validity, from, uid, found);
    }

    /** Returns a position for which all from that UID on has been looked at. */
    Position downTo(long uid) {
        return new Position(mailbox, validity, uid, next, found);
    }

    /** Adds a parcel under the name it was told by, if that is a parcel's and not yet another's, or one of its digest. */
    Position with(long uid, String digest, String told, Origin origin) {
        List<Found> more = new ArrayList<>(found);
        more.add(new Found(uid, digest, nameFor(digest, told), origin));
        more.sort(Comparator.comparingLong(Found::uid));
        return new Position(mailbox, validity, from, next, more);
    }

    private String nameFor(String digest, String told) {
        for (Found one : found) {
            if (one.digest().equals(digest)) {
                return one.name();
            }
        }
        String own = "mail-" + digest.substring(0, SHORT);
        if (ParcelName.objection(told).isPresent()) {
            return isFree(own) ? own : "mail-" + digest;
        }
        return Stream.of(told, own + "-" + told)
                .filter(this::isFree)
                .findFirst()
                .orElse("mail-" + digest);
    }

    private boolean isFree(String name) {
        return ParcelName.objection(name).isEmpty()
                && found.stream().noneMatch(one -> one.name().equals(name));
    }

    /** Leaves out the parcels of all mails but these. */
    Position only(SortedSet<Long> uids) {
        return new Position(
                mailbox,
                validity,
                from,
                next,
                found.stream().filter(one -> uids.contains(one.uid())).toList());
    }

    SortedSet<Long> uids() {
        SortedSet<Long> uids = new TreeSet<>();
        found.forEach(one -> uids.add(one.uid()));
        return uids;
    }

    Optional<Found> named(String name) {
        return found.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
