package dmhq.workspace;

import dmhq.format.archive.Chain;
import dmhq.format.archive.Deadline;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Notice;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when the coming turn is waited for, as the records and the host's newest notice say.
 *
 * @param turn the turn's number
 * @param deadline null where the turn is not limited, or paused
 * @param grace how much longer than that the host waits
 * @param text what the host says about the turn; empty where nothing, or where orders have been sent since
 */
public record TurnClock(int turn, @Nullable Instant deadline, boolean paused, Duration grace, String text) {

    /**
     * Looks at the coming turn of a workspace's session; a session that is not played now limits nothing.
     *
     * @throws Refusal if a file here is damaged
     */
    public static TurnClock of(Workspace workspace) throws Refusal, IOException {
        SessionArchive archive = workspace.archive();
        Chain chain = archive.chain();
        int turn = chain.newest() + 1;
        if (turn == 1 && !workspace.place().host()) {
            String answer =
                    new Notices(workspace).newest(turn, chain).map(Notice::text).orElse("");
            return new TurnClock(turn, null, false, Duration.ZERO, answer);
        } else if (turn == 1 || archive.closing() != null || !isRunning(workspace, archive)) {
            return new TurnClock(turn, null, false, Duration.ZERO, "");
        }
        Duration grace = Deadline.grace(chain.settings());
        Optional<Notice> notice = new Notices(workspace).newest(turn, chain);
        return notice.isEmpty()
                ? new TurnClock(turn, Deadline.of(chain).orElse(null), false, grace, "")
                : new TurnClock(
                        turn,
                        notice.get().deadline(),
                        notice.get().paused(),
                        grace,
                        isAnswered(workspace, notice.get(), chain)
                                ? ""
                                : notice.get().text());
    }

    /** Without its rules nobody can tell whether a game is over, and whoever only looks need not have them. */
    private static boolean isRunning(Workspace workspace, SessionArchive archive) throws IOException {
        try {
            return workspace.play(archive).standing().running();
        } catch (Refusal e) {
            return true;
        }
    }

    /** A word before one's orders is no news after them, unless time stands still. */
    private static boolean isAnswered(Workspace workspace, Notice notice, Chain chain) throws Refusal, IOException {
        return !notice.paused()
                && workspace.place().seat() != null
                && new Submissions(workspace)
                        .newest(notice.record(), chain)
                        .map(newest -> newest.signed().header().sent())
                        .filter(sent -> sent.isAfter(notice.at()))
                        .isPresent();
    }

    /** Returns the instant from which on the host does not wait any more; empty where it waits for ever. */
    public Optional<Instant> end() {
        return Optional.ofNullable(deadline).map(instant -> instant.plus(grace));
    }

    /** Tells whether the host does not wait any more. */
    public boolean isOver(Instant now) {
        return end().filter(end -> !now.isBefore(end)).isPresent();
    }
}
