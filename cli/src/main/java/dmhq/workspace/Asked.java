package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.session.Join;
import dmhq.transports.email.MailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a host remembers of those who asked for an open seat: from where they asked, and whom it turned down. */
final class Asked {

    private static final Codec<All> CODEC = Codec.of(All.class);

    /** The form of the file. */
    public record All(List<Entry> asked) {

        public All {
            asked = List.copyOf(asked);
        }
    }

    /**
     * One of them.
     *
     * @param key the digest of the key that signs their joins
     * @param sent when their newest join was signed, as it says
     * @param address from which it came; null if not by mail, or from nowhere that can be written to
     * @param turnedDown whether the host has said no to it
     */
    public record Entry(
            SeatId seat, Digest key, Instant sent, @Nullable String address, boolean turnedDown) {

        boolean isOf(Join join) {
            return seat.equals(join.seat()) && key.equals(keyOf(join));
        }
    }

    private final Workspace workspace;

    Asked(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Returns the digest of the key that has signed a join. */
    static Digest keyOf(Join join) {
        return Digest.of(Bytes.of(join.signingKey().toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns what is known of who has signed a join. */
    Optional<Entry> of(Join join) throws Refusal, IOException {
        return read().asked().stream().filter(entry -> entry.isOf(join)).findFirst();
    }

    /** Tells whether the host has turned a join down, or a later one of the same player. */
    boolean isTurnedDown(Join join) throws Refusal, IOException {
        return of(join).filter(entry -> entry.turnedDown() && !join.sent().isAfter(entry.sent()))
                .isPresent();
    }

    /** Returns from where a join came; empty if not by mail. */
    String sender(Join join) throws Refusal, IOException {
        return of(join).map(Entry::address).orElse("");
    }

    /** Returns where the answer to a join goes that the outbox keeps under a key. */
    Optional<String> answeredAt(SeatId seat, String kept) throws Refusal, IOException {
        return read().asked().stream()
                .filter(entry -> entry.seat().equals(seat)
                        && kept.contains("_" + entry.key().abbreviated()))
                .findFirst()
                .map(Entry::address);
    }

    /** Remembers a join that came, by which its player asks anew; a mail may say anything of where it comes from. */
    void asks(Join join, String sender) throws Refusal, IOException {
        String address = MailAddress.find(sender).isPresent() ? sender : null;
        keep(new Entry(join.seat(), keyOf(join), join.sent(), address, false));
    }

    /** Remembers that the host turns a join down. */
    void turnDown(Join join) throws Refusal, IOException {
        String sender = sender(join);
        keep(new Entry(join.seat(), keyOf(join), join.sent(), sender.isEmpty() ? null : sender, true));
    }

    private void keep(Entry changed) throws Refusal, IOException {
        List<Entry> all = new ArrayList<>(read().asked());
        all.removeIf(entry -> entry.seat().equals(changed.seat()) && entry.key().equals(changed.key()));
        all.add(changed);
        all.sort(Comparator.comparing(Entry::seat)
                .thenComparing(entry -> entry.key().toString()));
        note().write(new All(all));
    }

    All read() throws Refusal, IOException {
        return note().read().orElse(new All(List.of()));
    }

    private NoteFile<All> note() {
        return new NoteFile<>(
                workspace, file(workspace), CODEC, "remove it, and turn down again whom you had turned down");
    }

    static Path file(Workspace workspace) {
        return workspace.folder().resolve("asked.json");
    }
}
