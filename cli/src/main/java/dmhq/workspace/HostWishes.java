package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.RosterEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a host wants of the record that ends the coming turn: other settings, and whom not to wait for. */
public final class HostWishes {

    private final Workspace workspace;
    private final Chain chain;
    private final DeskFile file;

    /**
     * Makes the wishes of a host's workspace.
     *
     * @throws Refusal if this is none
     */
    public HostWishes(Workspace workspace) throws Refusal, IOException {
        this.workspace = workspace;
        this.chain = workspace.hostArchive().chain();
        this.file = new DeskFile(workspace);
    }

    /** Returns the settings that the coming record will change to; empty if it changes none. */
    public Optional<Settings> settings() throws Refusal, IOException {
        return Optional.ofNullable(file.read(chain).settings());
    }

    /**
     * Wants other settings from the turn after the coming one on; those that hold now take it back.
     *
     * @param trusted whether all may know that the host plays without committing first
     * @throws Refusal if no turn is under way, or the host would have to be trusted and nobody said so
     */
    public void change(Settings settings, boolean trusted) throws Refusal, IOException {
        SessionArchive archive = UnderWay.archive(workspace);
        boolean known = trusted || !settings().orElse(chain.settings()).hostFirst();
        if (chain.hostSeat() != null && !known) {
            HostTrust.requireNone(settings, workspace.play(archive).rules(), "say --host-first no");
        }
        file.write(file.read(chain).withSettings(settings.equals(chain.settings()) ? null : settings));
    }

    /** Returns the seats that the coming turn does not wait for, although they play. */
    public List<SeatId> skipped() throws Refusal, IOException {
        return file.read(chain).skipped();
    }

    /**
     * Does not wait for a seat in the coming turn; its orders count if they come all the same.
     *
     * @throws Refusal if nobody sits there, no turn is under way, or others would wait for that seat's move
     */
    public SeatId skip(String name) throws Refusal, IOException {
        UnderWay.archive(workspace);
        SeatId seat = UnderWay.seat(name, chain);
        if (chain.settings().style() == Style.SEQUENTIAL) {
            throw new Refusal("in sequential style the others move after " + seat
                    + " has; go on without who is missing with dmhq resolve --now");
        }
        List<SeatId> seats = new ArrayList<>(skipped());
        if (!seats.contains(seat)) {
            seats.add(seat);
            file.write(file.read(chain).withSkipped(seats));
        }
        return seat;
    }

    /**
     * Waits for a seat again.
     *
     * @throws Refusal if nobody sits there, or no turn is under way
     */
    public SeatId unskip(String name) throws Refusal, IOException {
        UnderWay.archive(workspace);
        SeatId seat = UnderWay.seat(name, chain);
        List<SeatId> seats = new ArrayList<>(skipped());
        if (seats.remove(seat)) {
            file.write(file.read(chain).withSkipped(seats));
        }
        return seat;
    }

    /** Returns the change of settings as the coming record holds it. */
    List<RosterEntry.SettingsChanged> changes() throws Refusal, IOException {
        return settings().map(RosterEntry.SettingsChanged::new).stream().toList();
    }
}
