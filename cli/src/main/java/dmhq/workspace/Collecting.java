package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.session.Opening.Style;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Brings in what lies at the posts, or in files that were handed over. */
public final class Collecting {

    private final Workspace workspace;
    private final Intake intake;
    private final Seen seen;

    /** Makes the step for a workspace. */
    public Collecting(Workspace workspace) {
        this.workspace = workspace;
        this.intake = new Intake(workspace);
        this.seen = new Seen(workspace);
    }

    /** What came, in the order it was looked at, and the posts that could not be reached. */
    public record Result(List<Arrival> arrivals, List<String> failures) {

        public Result {
            arrivals = List.copyOf(arrivals);
            failures = List.copyOf(failures);
        }

        private Result and(Result later) {
            List<Arrival> both = new ArrayList<>(arrivals);
            both.addAll(later.arrivals);
            Set<String> all = new LinkedHashSet<>(failures);
            all.addAll(later.failures);
            return new Result(both, List.copyOf(all));
        }
    }

    /** Takes in what is new at all posts of the session; what is named for others is not even opened. */
    public Result fromPosts() throws Refusal, IOException {
        Place place = workspace.place();
        SeatId seat = place.seat();
        if (place.host() || seat == null) {
            return fromPosts(name -> true);
        }
        boolean reading = readsOrders();
        Result result = fromPosts(
                name -> Outbox.addressee(name).map(seat.value()::equals).orElse(true) || (reading && isOrders(name)));
        // A turn that came may be the first in which seats move one after the other.
        return reading || !readsOrders() ? result : result.and(fromPosts(Collecting::isOrders));
    }

    /** Orders are addressed to the host, and sealed to the seat that moves next as well. */
    private boolean readsOrders() throws Refusal, IOException {
        Chain chain = workspace.seatArchive().chain();
        return chain.settings().style() == Style.SEQUENTIAL && !chain.opening().hidden();
    }

    private static boolean isOrders(String name) {
        return name.contains("_submission_");
    }

    /** Takes in what this host has sent and does not remember; a post that cannot be reached says nothing of it. */
    void ownFromPosts() throws Refusal, IOException {
        fromPosts(name -> name.contains("_from_host_to_"));
    }

    /** Takes in the turns among it alone, for which nobody has to be seated yet. */
    void ownTurnsFromPosts() throws Refusal, IOException {
        fromPosts(name -> name.contains("_from_host_to_") && !name.contains("_receipt_"));
    }

    private Result fromPosts(Predicate<String> named) throws Refusal, IOException {
        List<Arrival> arrivals = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (String post : workspace.place().posts()) {
            try (Transport transport = workspace.surroundings().posts().open(Address.parse(post))) {
                for (String name :
                        receiptsFirst(transport.list().stream().filter(named).toList())) {
                    try {
                        take(name, transport, arrivals);
                    } catch (TransportException e) {
                        if (e.retryCanHelp()) {
                            throw e;
                        }
                        // One parcel that nobody can read does not keep the others from coming.
                        failures.add(String.valueOf(e.getMessage()));
                    }
                }
            } catch (AddressException e) {
                throw new Refusal("the post " + post, e);
            } catch (TransportException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        return new Result(arrivals, failures);
    }

    /** A turn that breaks a receipt is only known by the receipt. */
    private static List<String> receiptsFirst(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparing((String name) -> !name.contains("_receipt_")))
                .toList();
    }

    /** What was seen under its bytes is not even mentioned: a folder is full of it. */
    private void take(String name, Transport transport, List<Arrival> arrivals)
            throws TransportException, Refusal, IOException {
        byte[] file = transport.fetch(name);
        if (seen.contains(Digest.of(Bytes.of(file)))) {
            return;
        }
        Arrival arrival = intake.take(name, file);
        if (arrival.kind() != Arrival.Kind.NOT_OURS) {
            arrivals.add(arrival);
        }
    }

    /**
     * Puts a request to the host into the outbox, for all that follows the seat's newest turn.
     *
     * @throws Refusal if this is the host's own workspace
     */
    public void askHost() throws Refusal, IOException {
        if (workspace.place().host()) {
            throw new Refusal("this is the host's own session, which misses nothing");
        }
        new TurnIntake(workspace).askAgain();
    }

    /**
     * Takes in one file that was handed over.
     *
     * @param name what it is called for people
     */
    public Arrival fromFile(Path file, String name) throws Refusal, IOException {
        try {
            return intake.take(name, GivenFile.read(workspace.disk(), file, name));
        } catch (ArchiveException e) {
            return new Arrival(name, Arrival.Kind.LEFT, e.getMessage() + "; ask its sender for the file again");
        }
    }
}
