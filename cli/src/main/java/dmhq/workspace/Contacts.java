package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.json.Codec;
import dmhq.transports.Postmark;
import dmhq.transports.email.MailAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a host writes to the seats, over posts in which each parcel goes to its recipient alone.
 *
 * <p>An address says nothing of who someone is; that is for the keys. It is only where parcels go.
 */
public final class Contacts {

    private static final Codec<Book> BOOKS = Codec.of(Book.class);

    private static final long MOST_MINUTES = Duration.ofHours(18).toMinutes();

    /** The form of the file. */
    public record Book(List<Entry> seats) {}

    /**
     * Where one seat is reached.
     *
     * @param address of who sits there; null where it is not known
     * @param asking the address of who is to have the seat next; null for nobody
     * @param declined the address of who asked last and cannot be seated; null for nobody
     * @param former the address of who sat there before; null for nobody
     * @param given the record with which it was given to somebody else; 0 if never
     * @param minutesEast by how many minutes the clock of who sits there is ahead of UTC, or behind if less than 0, as
     *     their last mail says; null where it is not known
     */
    public record Entry(
            SeatId seat,
            @Nullable String address,
            @Nullable String asking,
            @Nullable String declined,
            @Nullable String former,
            long given,
            @Nullable Integer minutesEast) {

        public Entry {
            if (minutesEast != null && Math.abs(minutesEast) > MOST_MINUTES) {
                throw new IllegalArgumentException("no clock differs from UTC by " + minutesEast + " minutes");
            }
            for (String each : new String[] {address, asking, declined, former}) {
                if (each != null && !isAddress(each)) {
                    throw new IllegalArgumentException("a seat is written to at an address of mail, NAME@DOMAIN");
                }
            }
        }

        Entry given(int record) {
            String successor = asking;
            String predecessor = address;
            return new Entry(seat, successor, null, declined, predecessor, record, null);
        }

        Entry at(String newAddress) {
            return new Entry(seat, newAddress, asking, declined, former, given, minutesEast);
        }

        Entry askedFrom(String sender) {
            return new Entry(seat, address, sender, declined, former, given, minutesEast);
        }

        Entry declinedTo(@Nullable String sender) {
            return new Entry(seat, address, asking, sender, former, given, minutesEast);
        }

        Entry byClock(ZoneOffset offset) {
            int minutes = (int) Duration.ofSeconds(offset.getTotalSeconds()).toMinutes();
            return new Entry(seat, address, asking, declined, former, given, minutes);
        }

        Optional<ZoneOffset> offset() {
            return Optional.ofNullable(minutesEast)
                    .map(minutes -> ZoneOffset.ofTotalSeconds(
                            (int) Duration.ofMinutes(minutes).toSeconds()));
        }

        static Entry unknown(SeatId seat) {
            return new Entry(seat, null, null, null, null, 0, null);
        }
    }

    private final Workspace workspace;

    /** Makes those of a host's workspace. */
    public Contacts(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Returns where a seat is reached; empty if that is not known.
     *
     * @throws Refusal if the file is damaged
     */
    public Optional<String> of(SeatId seat) throws Refusal, IOException {
        return Optional.ofNullable(entry(seat).address());
    }

    /** Returns by how much the clock of who sits on a seat differed from UTC when their last mail was written. */
    public Optional<ZoneOffset> offset(SeatId seat) throws Refusal, IOException {
        return entry(seat).offset();
    }

    /** Returns where who sat on a seat before is reached. */
    Optional<String> former(SeatId seat) throws Refusal, IOException {
        return Optional.ofNullable(entry(seat).former());
    }

    /**
     * Returns where who sat on a seat after some record is reached; empty if that is not known, as of whoever sat there
     * before the one before.
     */
    Optional<String> after(int record, SeatId seat, Chain chain) throws Refusal, IOException {
        List<Integer> replacements = chain.replacements(seat);
        long until = next(replacements, record);
        Entry entry = entry(seat);
        if (until == next(replacements, entry.given())) {
            return Optional.ofNullable(entry.address());
        }
        return until == entry.given() ? Optional.ofNullable(entry.former()) : Optional.empty();
    }

    private static long next(List<Integer> replacements, long record) {
        return replacements.stream()
                .mapToLong(Integer::longValue)
                .filter(number -> number > record)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Returns where who is to have a seat next is reached. */
    Optional<String> asking(SeatId seat) throws Refusal, IOException {
        return Optional.ofNullable(entry(seat).asking());
    }

    /** Returns where who asked for a seat last, and cannot have it, is reached. */
    Optional<String> declined(SeatId seat) throws Refusal, IOException {
        return Optional.ofNullable(entry(seat).declined());
    }

    /** Writes to a seat at that address from now on. */
    public void write(SeatId seat, String address) throws Refusal, IOException {
        keep(entry(seat).at(address));
    }

    /**
     * Learns from where something came that a seat has signed. Where nothing is known, parcels go there from now on; else
     * they go where they went. As long as the seat is open, its parcels go to whom the host lets in, from wherever they asked.
     * What it says of their clock is kept each time: people travel.
     *
     * @return where else the seat is written to, if it is elsewhere
     */
    Optional<String> learn(SeatId seat, Postmark postmark, boolean open) throws Refusal, IOException {
        String sender = postmark.sender();
        ZoneOffset offset = postmark.offset();
        if (offset != null && !offset(seat).equals(Optional.of(offset))) {
            keep(entry(seat).byClock(offset));
        }
        Optional<String> known = of(seat);
        if (known.isEmpty() && isAddress(sender) && !open) {
            write(seat, sender);
        }
        return known.filter(address -> isAddress(sender) && !address.equalsIgnoreCase(sender));
    }

    /** A mail may say anything of where it comes from. */
    private static boolean isAddress(String sender) {
        return MailAddress.find(sender).isPresent();
    }

    /** Learns where somebody is reached who is to have a seat next. */
    public void asks(SeatId seat, String sender) throws Refusal, IOException {
        if (isAddress(sender)) {
            keep(entry(seat).askedFrom(sender));
        }
    }

    /** Learns where somebody is reached who asked for a seat and cannot have it; forgets who did before. */
    void declines(SeatId seat, String sender) throws Refusal, IOException {
        keep(entry(seat).declinedTo(isAddress(sender) ? sender : null));
    }

    /** Gives a seat with a record to who asked for it; doing it again changes nothing. */
    void give(SeatId seat, int record) throws Refusal, IOException {
        Entry entry = entry(seat);
        if (entry.given() < record) {
            keep(entry.given(record));
        }
    }

    private Entry entry(SeatId seat) throws Refusal, IOException {
        return entries().stream()
                .filter(entry -> entry.seat().equals(seat))
                .findFirst()
                .orElse(Entry.unknown(seat));
    }

    private void keep(Entry changed) throws Refusal, IOException {
        List<Entry> entries = new ArrayList<>(entries());
        entries.removeIf(entry -> entry.seat().equals(changed.seat()));
        entries.add(changed);
        entries.sort(Comparator.comparing(Entry::seat));
        book().write(new Book(entries));
    }

    List<Entry> entries() throws Refusal, IOException {
        return book().read().map(Book::seats).orElse(List.of());
    }

    private NoteFile<Book> book() {
        return new NoteFile<>(
                workspace, file(workspace), BOOKS, "remove it, and tell the addresses again with dmhq host address");
    }

    static Path file(Workspace workspace) {
        return workspace.folder().resolve("contacts.json");
    }
}
