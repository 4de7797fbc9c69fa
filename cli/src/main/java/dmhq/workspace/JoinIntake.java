package dmhq.workspace;

import dmhq.engine.Referee;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.JoinRequest;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Join;
import dmhq.format.session.RosterEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in at the host who asks for a seat, a free one or that of somebody else, and keeps it until a
 * record holds it. Who knows an invitation and cannot be seated is told why.
 */
final class JoinIntake {

    private final Workspace workspace;
    private final Candidates candidates;
    private final Asked asked;

    JoinIntake(Workspace workspace) {
        this.workspace = workspace;
        this.candidates = new Candidates(workspace);
        this.asked = new Asked(workspace);
    }

    Arrival take(String name, PackedFile packed, byte[] plain, String sender)
            throws ArchiveException, Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        Chain chain = archive.chain();
        JoinRequest request = JoinRequest.read(packed, chain);
        Join join = request.signed().join();
        SeatId seat = join.seat();
        if (asked.isTurnedDown(join) && chain.newest() == 0) {
            new JoinAnswers(workspace).putAgain(join, "You are not seated: " + Candidates.turnedDown(join) + ".");
            return new Arrival(
                    name,
                    Arrival.Kind.KNOWN,
                    "the " + who(join) + ", which you have turned down; the player is told so");
        }
        if (isKnown(request, chain)) {
            return new Arrival(name, Arrival.Kind.KNOWN, "a further join of " + seat + ", who has joined already");
        }
        ReplacementTokens tokens = new ReplacementTokens(workspace, chain, seat);
        boolean replacing = request.knows(tokens.current());
        if (!replacing
                && !tokens.wereKnown(request)
                && !request.knows(
                        workspace.home().invitationToken(chain.opening().nonce(), seat))) {
            throw new ArchiveException(
                    Layer.ORDERS, "the join of " + seat + " does not know the token of its invitation");
        }
        Optional<String> closed = closed(archive, request, replacing);
        if (closed.isPresent()) {
            decline(join, closed.get(), sender);
            return new Arrival(
                    name, Arrival.Kind.KNOWN, "the " + who(join) + ": " + closed.get() + "; the player is told so");
        }
        Referee<?, ?, ?> referee = workspace.game(archive).referee(workspace.hostSecrets(chain));
        Optional<String> objection =
                replacing ? referee.objectionToSuccessor(archive, join) : referee.objection(archive, join);
        if (objection.isPresent()) {
            decline(join, objection.get(), sender);
            throw new ArchiveException(Layer.ORDERS, "the join of " + seat + " is refused: " + objection.get());
        }
        if (replacing) {
            new Contacts(workspace).asks(seat, sender);
            workspace.disk().write(replacementFile(seat), plain);
        } else {
            candidates.keep(join, plain, sender);
        }
        return new Arrival(
                name, Arrival.Kind.TAKEN, who(join) + inPlaceOf(chain.seats().get(seat)));
    }

    private void decline(Join join, String why, String sender) throws ArchiveException, Refusal, IOException {
        new Contacts(workspace).declines(join.seat(), sender);
        new JoinAnswers(workspace).putAgain(join, "You are not seated: " + why + ".");
    }

    private static String who(Join join) {
        return "join of " + join.seat() + " by " + join.name() + ", "
                + join.signingKey().fingerprint();
    }

    private static String inPlaceOf(@Nullable Join sitting) {
        return sitting == null ? "" : ", in place of " + sitting.name();
    }

    /** The same join in another file, or sealed anew; or an earlier one of who has thought better of it. */
    private boolean isKnown(JoinRequest request, Chain chain) throws Refusal, IOException {
        SeatId seat = request.signed().join().seat();
        return chain.holds(new RosterEntry.Joined(request.signed()))
                || chain.holds(new RosterEntry.Replaced(request.signed()))
                || candidates.waits(request, chain)
                || replacement(chain, seat)
                        .filter(other -> isNoLater(request, other))
                        .isPresent();
    }

    private static boolean isNoLater(JoinRequest request, JoinRequest other) {
        return isBySame(request, other)
                && !request.signed().join().sent().isAfter(other.signed().join().sent());
    }

    private static boolean isBySame(JoinRequest request, JoinRequest other) {
        return request.signed().join().signingKey().equals(other.signed().join().signingKey());
    }

    /** Returns why nobody is seated by this invitation now. */
    private Optional<String> closed(SessionArchive archive, JoinRequest request, boolean replacing)
            throws Refusal, IOException {
        Chain chain = archive.chain();
        SeatId seat = request.signed().join().seat();
        Join sitting = chain.seats().get(seat);
        if (archive.closing() != null) {
            return Optional.of("the session is closed");
        } else if (sitting == null && chain.newest() > 0) {
            return Optional.of(Candidates.begun(seat));
        } else if (sitting == null) {
            return Optional.empty();
        } else if (!replacing) {
            return Optional.of(Candidates.taken(sitting));
        }
        return replacement(chain, seat)
                .filter(other -> !isBySame(request, other))
                .map(other -> other.signed().join().name() + " asks with this invitation too, and the host has had"
                        + " that join first; the host can withdraw it and write another one");
    }

    /** Returns the joins that wait for the seat of somebody else, by seat. */
    List<JoinRequest> replacements(Chain chain) throws Refusal, IOException {
        List<JoinRequest> replacements = new ArrayList<>();
        for (SeatId seat : chain.seats().keySet()) {
            replacement(chain, seat).ifPresent(replacements::add);
        }
        return replacements;
    }

    /** What is in a record, or came by an invitation that was withdrawn, knows no token that is good. */
    Optional<JoinRequest> replacement(Chain chain, SeatId seat) throws Refusal, IOException {
        Optional<JoinRequest> kept = waiting(replacementFile(seat), chain);
        return kept.isPresent() && kept.get().knows(new ReplacementTokens(workspace, chain, seat).current())
                ? kept
                : Optional.empty();
    }

    private Optional<JoinRequest> waiting(Path file, Chain chain) throws Refusal, IOException {
        if (!workspace.disk().exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JoinRequest.read(PackedFile.read(workspace.disk().read(file)), chain));
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "remove it, or put it back from a copy");
        }
    }

    private Path replacementFile(SeatId seat) {
        return workspace.folder().resolve("intake").resolve("replacement-" + seat + ".zip");
    }
}
