package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import java.io.IOException;
import java.util.stream.Collectors;

/** What has to be the case before a host can decide anything about the coming turn. */
final class UnderWay {

    private UnderWay() {}

    /**
     * Returns the host's archive of a session that is played.
     *
     * @throws Refusal if it is hosted elsewhere, has not begun, or is over
     */
    static SessionArchive archive(Workspace workspace) throws Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        int newest = archive.chain().newest();
        if (newest < 1) {
            throw new Refusal("play has not begun, so that no turn is under way; seat the players with dmhq resolve");
        } else if (archive.closing() != null) {
            throw new Refusal("the session is closed after turn " + newest + "; no turn is under way any more");
        } else if (!workspace.play(archive).standing().running()) {
            throw new Refusal("the game is over after turn " + newest + "; end the session with dmhq close");
        }
        return archive;
    }

    /**
     * Returns a seat that somebody sits on.
     *
     * @throws Refusal if nobody does; says who sits
     */
    static SeatId seat(String name, Chain chain) throws Refusal {
        return chain.seats().keySet().stream()
                .filter(seat -> seat.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("nobody sits at '" + name + "'; at the table are "
                        + chain.seats().keySet().stream().map(SeatId::value).collect(Collectors.joining(", "))));
    }
}
