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

/**
 * Where a host writes to the seats, over posts in which each parcel goes to its recipient alone.
 *
 * <p>An address says nothing of who someone is; that is for the keys. It is only where parcels go.
 */
public final class Contacts {

    private static final Codec<Book> BOOKS = Codec.of(Book.class);

    /** The form of the file. */
    public record Book(List<Entry> seats) {}

    /** Where one seat is reached. */
    public record Entry(SeatId seat, String address) {}

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
        return entries().stream()
                .filter(entry -> entry.seat().equals(seat))
                .map(Entry::address)
                .findFirst();
    }

    /** Writes to a seat at that address from now on. */
    public void write(SeatId seat, String address) throws Refusal, IOException {
        List<Entry> entries = new ArrayList<>(entries());
        entries.removeIf(entry -> entry.seat().equals(seat));
        entries.add(new Entry(seat, address));
        entries.sort(Comparator.comparing(Entry::seat));
        workspace.disk().write(file(), BOOKS.canonical(new Book(entries)).toArray());
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
