package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.transports.ParcelName;
import dmhq.transports.email.writing.MessageIds;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a mailbox has been looked through, and what lay there: a hint that saves looking again.
 *
 * @param mailbox which one it is, in one line
 * @param validity under which the UIDs are valid
 * @param from the first UID that has been looked at
 * @param next the first UID after it that has not
 * @param refused the UIDs of mails that the server did not hand over, which are asked for again
 * @param found in the order of UIDs
 */
record Position(String mailbox, long validity, long from, long next, SortedSet<Long> refused, List<Found> found) {

    private static final String FIRST_LINE = "dmhq-mail-position-4";

    /** More mails than that are not asked for at each look. */
    private static final int MOST_REFUSED = 100;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int HEAD = 6;
    private static final int FIELDS = 8;
    private static final int SHORT = 16;

    Position {
        refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
        found = List.copyOf(found);
    }

    /** Returns that of a mailbox which is looked at from a UID on. */
    static Position begin(String mailbox, long validity, long from) {
        return new Position(mailbox, validity, from, from, new TreeSet<>(), List.of());
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
        SortedSet<Long> refused = new TreeSet<>();
        for (String uid : lines[5].isEmpty() ? new String[0] : lines[5].split(",", -1)) {
            refused.add(Long.parseLong(uid));
        }
        List<Found> found = new ArrayList<>();
        for (int i = HEAD; i < lines.length - 1; i++) {
            String[] fields = lines[i].split("\t", FIELDS);
            Origin origin = new Origin(fields[3], offset(fields[4]), fields[5], Boolean.parseBoolean(fields[6]));
            found.add(new Found(Long.parseLong(fields[0]), fields[1], fields[2], origin));
        }
        return Optional.of(new Position(
                lines[1],
                Long.parseLong(lines[2]),
                Long.parseLong(lines[3]),
                Long.parseLong(lines[4]),
                refused,
                found));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(FIRST_LINE + "\n" + mailbox + "\n" + validity + "\n" + from + "\n" + next + "\n");
        text.append(refused.stream().map(String::valueOf).collect(Collectors.joining(",")) + "\n");
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
        return new Position(mailbox, validity, from, uid, refused, found);
    }

    /** Returns a position for which all from that UID on has been looked at. */
    Position downTo(long uid) {
        return new Position(mailbox, validity, uid, next, refused, found);
    }

    /** Adds a parcel under the name it was told by, if that is a parcel's and not yet another's, or one of its digest. */
    Position with(long uid, String digest, String told, Origin origin) {
        List<Found> more = new ArrayList<>(found);
        more.add(new Found(uid, digest, nameFor(digest, told), origin));
        more.sort(Comparator.comparingLong(Found::uid));
        return new Position(mailbox, validity, from, next, refused, more);
    }

    /** Notes that a mail was not handed over; of too many, the oldest are not asked for any more. */
    Position refusing(long uid) {
        SortedSet<Long> more = new TreeSet<>(refused);
        more.add(uid);
        if (more.size() > MOST_REFUSED) {
            more.remove(more.first());
        }
        return new Position(mailbox, validity, from, next, more, found);
    }

    /** Notes that a mail was handed over. */
    Position handed(long uid) {
        SortedSet<Long> less = new TreeSet<>(refused);
        less.remove(uid);
        return new Position(mailbox, validity, from, next, less, found);
    }

    private String nameFor(String digest, String told) {
        for (Found one : found) {
            if (one.digest().equals(digest)) {
                return one.name();
            }
        }
        String own = "mail-" + digest.substring(0, SHORT);
        if (ParcelName.objection(told).isPresent()) {
            return isFree(own) ? own : nameOf(digest);
        }
        return Stream.of(told, own + "-" + told)
                .filter(this::isFree)
                .findFirst()
                .orElse(nameOf(digest));
    }

    private boolean isFree(String name) {
        return ParcelName.objection(name).isEmpty()
                && found.stream().noneMatch(one -> one.name().equals(name));
    }

    /** Leaves out what is known of all mails but these. */
    Position only(SortedSet<Long> uids) {
        SortedSet<Long> there = new TreeSet<>(refused);
        there.retainAll(uids);
        return new Position(
                mailbox,
                validity,
                from,
                next,
                there,
                found.stream().filter(one -> uids.contains(one.uid())).toList());
    }

    /** Returns those of the mails of which something is known. */
    SortedSet<Long> uids() {
        SortedSet<Long> uids = new TreeSet<>(refused);
        found.forEach(one -> uids.add(one.uid()));
        return uids;
    }

    /** Returns the parcel of a name, or of the name that is made of its digest alone. */
    Optional<Found> named(String name) {
        return found.stream()
                .filter(one -> one.name().equals(name) || nameOf(one.digest()).equals(name))
                .findFirst();
    }

    /** Returns the name that no other content can have. */
    static String nameOf(String digest) {
        return "mail-" + digest;
    }
}
