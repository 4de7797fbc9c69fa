package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.JoinRequest;
import dmhq.format.session.Join;
import dmhq.workspace.HostWishes;
import dmhq.workspace.Inviting;
import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Shows a host who is waited for and until when, and what is decided about the coming turn. */
final class DeskReport {

    private final Terminal terminal;
    private final Where where;

    DeskReport(Terminal terminal, Where where) {
        this.terminal = terminal;
        this.where = where;
    }

    /** Shows all of it. */
    void show(Workspace workspace, Resolving.Result result) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        HostWishes wishes = new HostWishes(workspace);
        boolean skipping = !wishes.skipped().isEmpty();
        if (skipping) {
            terminal.print("Skipped in turn " + (chain.newest() + 1) + ": " + named(wishes.skipped()) + ".");
        }
        if (result.missing().isEmpty()) {
            terminal.print(skipping ? "Everyone else is there." : "Everyone is there.");
        } else {
            waiting(result, TurnClock.of(workspace)).forEach(terminal::print);
        }
        for (JoinRequest request : new Inviting(workspace).asking()) {
            Join join = request.signed().join();
            terminal.print(Quoted.of(join.name()) + " asks to take over " + join.seat() + " from "
                    + Objects.requireNonNull(chain.seats().get(join.seat())).name() + ", with the key "
                    + join.signingKey().fingerprint() + "; dmhq resolve asks you when the turn can end.");
        }
        wishes.settings()
                .ifPresent(settings -> SettingsWords.changes(chain.settings(), settings)
                        .forEach(change ->
                                terminal.print("From turn " + (chain.newest() + 2) + " on: " + change + ".")));
    }

    /** Returns who is waited for, and when that ends. */
    List<String> waiting(Resolving.Result result, TurnClock clock) {
        List<String> lines = new ArrayList<>();
        List<SeatId> absent = new ArrayList<>(result.missing());
        result.asking().forEach(request -> absent.remove(request.signed().join().seat()));
        if (!absent.isEmpty()) {
            lines.add("Waiting for " + named(absent) + ".");
        }
        int asking = result.asking().size();
        if (asking > 0) {
            lines.add(Counted.of(asking, "join") + (asking == 1 ? " waits" : " wait") + " for your answer: "
                    + where.dmhq("resolve") + " asks you at a terminal, " + where.dmhq("resolve --accept-joins")
                    + " seats who joined first.");
        }
        if (result.released()) {
            clock.end()
                    .ifPresent(end -> lines.add(
                            clock.isOver(terminal.instants().now())
                                    ? "The time for orders is over: dmhq resolve goes on without who is missing."
                                    : "From " + terminal.instants().of(end)
                                            + ", dmhq resolve goes on without who is missing."));
        }
        return lines;
    }

    /** Returns seats as a sentence lists them. */
    static String named(Collection<SeatId> seats) {
        return seats.stream().map(SeatId::value).collect(Collectors.joining(", "));
    }
}
