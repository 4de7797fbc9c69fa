package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.Chain;
import dmhq.transports.Cover;
import dmhq.workspace.Contacts;
import dmhq.workspace.Covers;
import dmhq.workspace.ParcelLabel;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the covers of parcels, as people like to read them: whose turn it is, until when, and what to type. The same
 * workspace always writes the same cover, and never anything that only some at the table may know.
 */
final class PostCovers implements Covers {

    private final Terminal terminal;
    private final Workspace workspace;

    PostCovers(Terminal terminal, Workspace workspace) {
        this.terminal = terminal;
        this.workspace = workspace;
    }

    @Override
    public Cover of(ParcelLabel label, String name) throws Refusal, IOException {
        Chain chain = workspace.archive().chain();
        CoverPage page = page(label, name, chain);
        List<String> lines = new ArrayList<>();
        lines.add("The attached file is signed and sealed to its reader. This mail is neither, so it says nothing"
                + " secret, and proves nothing.");
        addCommon(lines, chain);
        page.note(lines, name);
        return page.cover(thread(chain.session(), label));
    }

    /** Returns the cover of an invitation. */
    Cover invitation(SeatId seat, String name) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        CoverPage page = InvitationCover.of(
                chain,
                seat,
                workspace.place().posts().stream()
                        .anyMatch(post -> Addresses.mailed(post).isPresent()));
        List<String> lines = new ArrayList<>();
        addCommon(lines, chain);
        page.note(lines, name);
        return page.cover(thread(chain.session(), Party.of(seat)));
    }

    private CoverPage page(ParcelLabel label, String name, Chain chain) throws Refusal, IOException {
        ReadersClock clock = clock(label.to());
        LetterCover letters = new LetterCover(workspace, chain, clock);
        return switch (label.kind()) {
            case "turn" ->
                label.to().seat().equals(chain.hostSeat())
                        ? letters.copy("Turn " + label.turn())
                        : new TurnCover(workspace, clock)
                                .of(label.turn(), label.to().seat(), name);
            case "notice" ->
                new NoticeCover(workspace, clock).of(label.turn(), label.to().seat(), name);
            default -> letters.of(label, name);
        };
    }

    /** Of a host's clock players know nothing. */
    private ReadersClock clock(Party reader) throws Refusal, IOException {
        return new ReadersClock(
                terminal.zone(),
                reader.isHost()
                        ? null
                        : new Contacts(workspace).offset(reader.seat()).orElse(null));
    }

    private static void addCommon(List<String> lines, Chain chain) {
        lines.add("dmhq plays games in turns by files that people send each other; there is no server. The attached"
                + " file may be renamed.");
        lines.add("Session " + chain.session() + ", hosted by " + chain.host().name() + ".");
    }

    /** What the host and one seat write to each other is one thread, whoever sits there. */
    private static String thread(SessionId session, ParcelLabel label) {
        return thread(session, label.to().isHost() ? label.from() : label.to());
    }

    private static String thread(SessionId session, Party seat) {
        return session + "/" + seat;
    }
}
