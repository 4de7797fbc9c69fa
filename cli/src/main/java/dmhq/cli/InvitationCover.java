package dmhq.cli;

import dmhq.engine.RuleSets;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.session.Join;
import dmhq.transports.Cover.Occasion;

/** Writes what somebody sees of an invitation who may never have heard of dmhq. */
final class InvitationCover {

    private InvitationCover() {}

    static CoverPage of(Chain chain, SeatId seat) {
        String session = chain.session().name();
        boolean save = RuleSets.of(chain.rules()).filter(Bringing::takesSave).isPresent();
        CoverPage page = new CoverPage(session, "Invitation to the seat " + seat, Occasion.ORDERED);
        page.say(chain.host().name() + " hosts " + session + ", a session of "
                + chain.rules().name() + ", and offers you" + " the seat " + seat + ".");
        page.list(chain.opening().seats().stream()
                .map(place -> "seat " + place.seat() + ", team " + place.team()
                        + (place.seat().equals(seat) ? ": yours" : sitter(chain, place.seat())))
                .toList());
        page.say("Keep this mail to yourself, and do not forward it: whoever has the attached file may ask for your"
                + " seat. It is the one file of dmhq that is not sealed.");
        page.head("What to do");
        page.say("If this is your first session, install dmhq and make your keys, once for all sessions:");
        page.type("dmhq identity new --name \"YOUR NAME\" --email YOU@EXAMPLE.ORG");
        page.say("Save the attached file anywhere, and take your seat, with the place of the file for FILE"
                + (save ? ", and of your MekHQ save for SAVE. dmhq reads your save and never writes into it" : "")
                + ":");
        page.type("dmhq join FILE" + (save ? " --campaign SAVE" : ""));
        page.say("If your dmhq reads this mailbox, save nothing, and type mail: for FILE.");
        page.say("It makes a folder " + session + " and asks the host for the seat. The host may want to hear the"
                + " fingerprint of your key from you before you are seated; dmhq identity show says it.");
        return page;
    }

    private static String sitter(Chain chain, SeatId seat) {
        Join join = chain.seats().get(seat);
        return join == null ? "" : ": " + join.name();
    }
}
