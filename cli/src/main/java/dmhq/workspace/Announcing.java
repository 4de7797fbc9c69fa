package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Deadline;
import dmhq.format.archive.Letter;
import dmhq.format.session.Join;
import dmhq.format.session.Notice;
import dmhq.format.signing.Signer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's step that moves the deadline of the turn under way and lets the seats know, by a signed
 * notice to each.
 *
 * <p>What is decided is written down first and crossed out last, by {@link #done}; a step that was
 * killed in between is found and finished by the next.
 */
public final class Announcing {

    private final Workspace workspace;
    private final Chain chain;
    private final DeskFile file;
    private boolean finished;

    /**
     * Makes the step for a host's workspace.
     *
     * @throws Refusal if this is none, or no turn is under way
     */
    public Announcing(Workspace workspace) throws Refusal, IOException {
        this.workspace = workspace;
        this.chain = UnderWay.archive(workspace).chain();
        this.file = new DeskFile(workspace);
    }

    /** Finishes what was broken off; returns whether anything was. */
    public boolean finish() throws Refusal, IOException {
        Optional<Desk.Leaving> leaving = Optional.ofNullable(desk().leaving());
        if (leaving.isPresent()) {
            send(leaving.get());
            finished = true;
        }
        return finished;
    }

    /** Notes that all was done and told. */
    public void done() throws Refusal, IOException {
        if (desk().leaving() != null) {
            file.write(desk().withLeaving(null));
        }
    }

    /**
     * Moves the deadline by some time, from where it is, or from now if it has passed or there is none.
     * What was just finished is not done a second time.
     *
     * @throws Refusal if the turn is paused, or for what {@link #moveTo} refuses
     */
    public void moveBy(Duration time, String text) throws Refusal, IOException {
        if (finished) {
            return;
        }
        Instant deadline = TurnClock.of(workspace).deadline();
        Instant now = workspace.surroundings().now();
        moveTo((deadline == null || deadline.isBefore(now) ? now : deadline).plus(time), text);
    }

    /**
     * Moves the deadline to an instant.
     *
     * @throws Refusal if the turn is paused, the instant has passed or is beyond a year, or the text is not one line
     */
    public void moveTo(Instant deadline, String text) throws Refusal, IOException {
        Instant now = workspace.surroundings().now();
        TurnClock clock = TurnClock.of(workspace);
        if (clock.paused()) {
            throw new Refusal("turn " + coming() + " is paused; go on with dmhq host resume, then move its deadline");
        } else if (!deadline.isAfter(now)) {
            throw new Refusal("a deadline that has passed already helps nobody; name a later one");
        } else if (deadline.isAfter(now.plus(Deadline.LONGEST))) {
            throw new Refusal("a turn is given a year at most; name an earlier deadline");
        }
        Instant whole = deadline.truncatedTo(ChronoUnit.MILLIS);
        if (!whole.equals(clock.deadline()) || !text.isEmpty()) {
            announce(whole, false, text, others(), false);
        }
    }

    /**
     * Lets the time of the turn stand still; one that stands still already is left so.
     *
     * @throws Refusal if the turn has no deadline, or the text is not one line
     */
    public void pause(String text) throws Refusal, IOException {
        TurnClock clock = TurnClock.of(workspace);
        if (clock.paused()) {
            return;
        } else if (clock.deadline() == null) {
            throw new Refusal("turn " + coming() + " has no deadline, so that there is nothing to pause; players take"
                    + " the time they need");
        }
        announce(null, true, text, others(), false);
    }

    /**
     * Lets the time go on, with as much of it left as when it was paused.
     *
     * @throws Refusal if the text is not one line
     */
    public void resume(String text) throws Refusal, IOException {
        if (!TurnClock.of(workspace).paused()) {
            return;
        }
        announce(deadlineAfterPause(), false, text, others(), false);
    }

    /** The deadline before the pause, later by as long as that lasted; reminders in between are no new pause. */
    private @Nullable Instant deadlineAfterPause() throws Refusal, IOException {
        Instant now = workspace.surroundings().now();
        Instant deadline = Deadline.of(chain).orElse(null);
        Instant since = now;
        boolean paused = false;
        for (Notice notice : new Notices(workspace).of(coming(), chain)) {
            if (notice.paused() && !paused) {
                since = notice.at();
            } else if (!notice.paused()) {
                deadline = notice.deadline();
            }
            paused = notice.paused();
        }
        return deadline == null ? null : deadline.plus(Duration.between(since, now));
    }

    /**
     * Reminds seats that they are waited for; their deadline stays as it is.
     *
     * @throws Refusal if the text is not one line
     */
    public void remind(List<SeatId> seats, String text) throws Refusal, IOException {
        TurnClock clock = TurnClock.of(workspace);
        file.write(desk().withReminded(seats, workspace.surroundings().now()));
        announce(clock.deadline(), clock.paused(), text, seats, true);
    }

    /** Returns when a seat was reminded of this turn last; empty if never. */
    public Optional<Instant> reminded(SeatId seat) throws Refusal, IOException {
        return desk().reminded().stream()
                .filter(each -> each.seat().equals(seat))
                .map(Desk.Reminded::at)
                .findFirst();
    }

    private void announce(@Nullable Instant deadline, boolean paused, String text, List<SeatId> to, boolean reminder)
            throws Refusal, IOException {
        if (text.length() > Notice.MOST || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new Refusal("what you say to the others is one line of at most " + Notice.MOST
                    + " characters; say it shorter, and without line ends");
        }
        Notice notice = new Notice(chain.session(), coming(), later(), deadline, paused, text);
        Desk.Leaving leaving = new Desk.Leaving(notice, to, reminder);
        file.write(desk().withLeaving(leaving));
        send(leaving);
    }

    /** The newest notice counts, whatever the clock of this machine says. */
    private Instant later() throws Refusal, IOException {
        Instant now = workspace.surroundings().now();
        Instant next = new Notices(workspace)
                .newest(coming(), chain)
                .map(notice -> notice.at().plusMillis(1))
                .orElse(now);
        return now.isBefore(next) ? next : now;
    }

    private void send(Desk.Leaving leaving) throws Refusal, IOException {
        Notice notice = leaving.notice();
        Signer key = workspace.signer(chain, Party.HOST, notice.record() - 1);
        new Notices(workspace).keep(notice, Letter.pack(own(leaving), Party.HOST, chain, key));
        for (SeatId seat : leaving.to()) {
            Join join = chain.seats().get(seat);
            if (join != null) {
                new Outbox(workspace)
                        .put(
                                new ParcelLabel("notice", notice.record(), Party.HOST, Party.of(seat), 0),
                                "_" + notice.at().toEpochMilli() + (leaving.reminder() ? ParcelLabel.REMINDER : ""),
                                Letter.pack(notice, Party.of(seat), chain, key),
                                join.sealingKey(),
                                chain.host().sealingKey());
            }
        }
    }

    private static Notice own(Desk.Leaving leaving) {
        Notice notice = leaving.notice();
        return leaving.reminder()
                ? new Notice(notice.session(), notice.record(), notice.at(), notice.deadline(), notice.paused(), "")
                : notice;
    }

    private List<SeatId> others() {
        return chain.seats().keySet().stream()
                .filter(seat -> !seat.equals(chain.hostSeat()))
                .toList();
    }

    private Desk desk() throws Refusal, IOException {
        return file.read(chain);
    }

    private int coming() {
        return chain.newest() + 1;
    }
}
