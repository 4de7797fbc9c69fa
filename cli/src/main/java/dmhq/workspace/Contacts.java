package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
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

    /** The form of the file. */
    public record Book(List<Entry> seats) {}

    /**
     * Where one seat is reached.
     *
     * @param address of who sits there; null where it is not known
     * @param asking the address of who asked for the seat last; null for nobody
     * @param former the address of who sat there before; null for nobody
     * @param given the record with which it was given to somebody else; 0 if never
     */
    public record Entry(
            SeatId seat,
            @Nullable String address,
            @Nullable String asking,
            @Nullable String former,
            long given) {

        Entry given(int record) {
            String successor = asking;
            String predecessor = address;
            return new Entry(seat, successor, null, predecessor, record);
        }

        static Entry unknown(SeatId seat) {
            return new Entry(seat, null, null, null, 0);
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

    /** Returns where who sat on a seat before is reached. */
    Optional<String> former(SeatId seat) throws Refusal, IOException {
        return Optional.ofNullable(entry(seat).former());
    }

    /** Returns where who asked for a seat last is reached. */
    Optional<String> asking(SeatId seat) throws Refusal, IOException {
        return Optional.ofNullable(entry(seat).asking());
    }

    /** Writes to a seat at that address from now on. */
    public void write(SeatId seat, String address) throws Refusal, IOException {
        Entry entry = entry(seat);
        keep(new Entry(seat, address, entry.asking(), entry.former(), entry.given()));
    }

    /**
     * Learns from where something came that a seat has signed. Where nothing is known, parcels go there from now on; else
     * they go where they went.
     *
     * @param sender as the post says; empty if it says nothing
     * @return where else the seat is written to, if it is elsewhere
     */
    Optional<String> learn(SeatId seat, String sender) throws Refusal, IOException {
        Optional<String> known = of(seat);
        if (known.isEmpty() && !sender.isEmpty()) {
            write(seat, sender);
        }
        return known.filter(address -> !sender.isEmpty() && !address.equalsIgnoreCase(sender));
    }

    /** Learns where somebody is reached who may get a seat that is taken. */
    public void asks(SeatId seat, String sender) throws Refusal, IOException {
        if (!sender.isEmpty()) {
            Entry entry = entry(seat);
            keep(new Entry(seat, entry.address(), sender, entry.former(), entry.given()));
        }
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
        workspace.disk().write(file(), BOOKS.canonical(new Book(entries)).toArray());
    }

    private List<Entry> entries() throws Refusal, IOException {
        if (!workspace.disk().exists(file())) {
            return List.of();
        }
        try {
            return BOOKS.decode(JsonReader.read(Bytes.of(workspace.disk().read(file()))))
                    .seats();
        } catch (JsonException e) {
            throw new Refusal(file().toString(), e, "remove it, and tell the addresses again with dmhq host address");
        }
    }

    private Path file() {
        return workspace.folder().resolve("contacts.json");
    }
}
