package dmhq.cli;

import dmhq.format.archive.Chain;
import dmhq.workspace.Submitting;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look of {@code dmhq watch} into a session: takes in what came, and does what is due by now. */
final class Watch {

    private final Terminal terminal;
    private final Where where;
    private final Workspace workspace;
    private final Manner manner;
    private boolean sawAll;

    /**
     * What a watch does of itself.
     *
     * @param remind how long before the deadline a host reminds who is late; zero for never
     * @param submit how long before the deadline a plan is submitted as it stands; null for never
     * @param acceptJoins whether everyone is seated who knows their invitation
     */
    record Manner(Duration remind, @Nullable Duration submit, boolean acceptJoins) {}

    Watch(Terminal terminal, Where where, Workspace workspace, Manner manner) {
        this.terminal = terminal;
        this.where = where;
        this.workspace = workspace;
        this.manner = manner;
    }

    /** Looks; returns the exit codes of what came of it. */
    List<Integer> look() throws Exception {
        List<Integer> codes = new ArrayList<>();
        Chain before = workspace.archive().chain();
        boolean news =
                !new Arriving(terminal).collect(workspace, List.of(), codes).isEmpty();
        sawAll = !codes.contains(ExitCode.POST);
        if (workspace.archive().closing() == null) {
            boolean host = workspace.place().host();
            if (plays()) {
                submit(codes);
            }
            if (host) {
                new HostWatch(terminal, where, workspace, manner).look(codes);
            }
            codes.add(send());
            if (plays() && !host) {
                tell(before, news, codes);
            } else if (plays() && workspace.archive().chain().newest() > before.newest()) {
                // A host that does not play leaves all to the watch.
                new NextStep(terminal, where).offer(workspace);
            }
        } else {
            codes.add(send());
        }
        return codes;
    }

    /** Tells whether the last look was into all posts. */
    boolean sawAll() {
        return sawAll;
    }

    private int send() throws Exception {
        return Posting.ofWatch(terminal).send(workspace, workspace.archive().chain());
    }

    private boolean plays() throws Exception {
        return workspace.place().seat() != null
                && workspace.seatArchive().chain().newest() >= 1;
    }

    private void submit(List<Integer> codes) throws Exception {
        if (new Submitting(workspace).submitLinkIfDue(workspace.play(workspace.seatArchive()))) {
            terminal.say("Signed your share in the dice that deal what the game begins with.");
        }
        Optional<Instant> due = before(TurnClock.of(workspace), manner.submit());
        if (due.isPresent() && !terminal.surroundings().now().isBefore(due.get())) {
            codes.add(new StandingPlan(terminal, where, workspace).submit());
        }
    }

    private void tell(Chain before, boolean news, List<Integer> codes) throws Exception {
        int newest = workspace.seatArchive().chain().newest();
        new Story(terminal).tell(workspace.seatArchive(), before.newest() + 1);
        if (before.newest() < 1) {
            new CampaignList(terminal).welcome(workspace.play(workspace.seatArchive()));
        }
        new SeatReport(terminal, where).tellDeclared(workspace, workspace.play(workspace.seatArchive()));
        codes.add(new SeatReport(terminal, where).warnOfOverdue(workspace));
        if (news) {
            new ClockReport(terminal).lines(TurnClock.of(workspace)).forEach(terminal::say);
        }
        if (newest > before.newest()) {
            new NextStep(terminal, where).offer(workspace);
        }
    }

    /** Returns the first instant ahead at which there is something to do even if nothing comes; null for none. */
    @Nullable
    Instant due() throws Exception {
        TurnClock clock = TurnClock.of(workspace);
        Instant now = terminal.surroundings().now();
        return Stream.of(
                        clock.end(),
                        before(clock, manner.submit()),
                        before(clock, workspace.place().host() ? manner.remind() : null))
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Returns the instant that lies some time before a deadline, if there is one and time does not stand still. */
    static Optional<Instant> before(TurnClock clock, @Nullable Duration lead) {
        Instant deadline = clock.deadline();
        return deadline == null || clock.paused() || lead == null
                ? Optional.empty()
                : Optional.of(deadline.minus(lead));
    }
}
