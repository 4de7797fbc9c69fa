package dmhq.cli;

import dmhq.campaign.Campaign;
import dmhq.campaign.CampaignState;
import dmhq.engine.Attendance;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.session.Join;
import dmhq.format.session.Manifest.Status;
import dmhq.workspace.Game;
import dmhq.workspace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows the campaigns of a session as the host knows them, those that take no part now included, and
 * warns if they are played in different versions of MekHQ.
 */
final class CampaignList {

    private final Terminal terminal;

    CampaignList(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows the list as one learns it when play begins, with what everyone plays with; none in other games. */
    void welcome(Game<?, ?, ?> game) throws Refusal {
        if (!(game.state() instanceof CampaignState view)) {
            return;
        }
        Chain chain = game.archive().chain();
        Join host = view.host() == null ? null : chain.seats().get(view.host());
        terminal.say("The campaigns; the rules are " + chain.rules()
                + (host == null ? "" : ", and the host has " + host.software()) + ":");
        view.campaigns()
                .forEach((seat, campaign) ->
                        terminal.say("  " + line(seat, campaign, view) + ", MekHQ " + campaign.mekhqVersion()));
        versions(view).ifPresent(terminal::say);
    }

    /** Shows the list as it stands. */
    void show(CampaignState view, Game<?, ?, ?> game) throws Refusal {
        Chain chain = game.archive().chain();
        Attendance attendance = game.attendance();
        view.campaigns().forEach((seat, campaign) -> {
            boolean active = attendance.status(seat) == Status.ACTIVE;
            terminal.print("  " + line(seat, campaign, view)
                    + (active ? "" : ", inactive, last heard from in turn " + chain.lastOrdersOf(seat)));
        });
        versions(view).ifPresent(terminal::print);
    }

    private static String line(SeatId seat, Campaign campaign, CampaignState view) {
        return seat + ": " + campaign.name() + ", " + campaign.date() + ", " + campaign.location()
                + (campaign.gmMode() ? ", GM mode" : "")
                + (campaign.ready() ? ", ready to advance" : "")
                + (seat.equals(view.host()) ? " (host)" : "");
    }

    /** Units and people do not fit into every version. */
    private static Optional<String> versions(CampaignState view) {
        SortedMap<String, List<String>> seats = new TreeMap<>();
        for (Map.Entry<SeatId, Campaign> each : view.campaigns().entrySet()) {
            seats.computeIfAbsent(each.getValue().mekhqVersion(), version -> new ArrayList<>())
                    .add(each.getKey().value());
        }
        String list = seats.entrySet().stream()
                .map(version -> version.getKey() + " (" + String.join(", ", version.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return seats.size() < 2
                ? Optional.empty()
                : Optional.of("  Note: MekHQ is not the same version for all: " + list
                        + ". Money and dates pass between all versions; agree on one before you trade more.");
    }
}
