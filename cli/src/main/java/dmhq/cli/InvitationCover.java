package dmhq.cli;

import dmhq.engine.RuleSets;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.session.Join;
import dmhq.transports.Cover.Occasion;

/** Writes what somebody sees of an invitation who may never have heard of dmhq. */
final class InvitationCover {

    private InvitationCover() {}

    /**
     * Writes it.
     *
     * @param mailed whether the files of the session go by mail
     */
    static CoverPage of(Chain chain, SeatId seat, boolean mailed) {
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
        page.say("If this is your first session, ask " + chain.host().name() + " for the program, dmhq, and make your"
                + " keys, once for all sessions:");
        page.type("dmhq identity new --name \"YOUR NAME\" --email YOU@EXAMPLE.ORG");
        String campaign = save ? " --campaign SAVE" : "";
        String where = save
                ? ", with the place of your MekHQ save for SAVE. dmhq reads your save and never writes into it"
                : "";
        if (mailed) {
            page.say(
                    "The files of this session go by mail. Let dmhq find the servers of your account and try them, once"
                            + " for all sessions:");
            page.type("dmhq doctor YOU@EXAMPLE.ORG");
            page.say("Then dmhq finds this invitation in your mailbox, and takes your seat" + where + ":");
            page.type("dmhq join mail:" + campaign);
            page.say(
                    "If dmhq is not to read your mailbox, dmhq doctor is not needed: save the attached file, or this whole"
                            + " mail as a file. With its place for FILE, this writes a mail to the host for you to send:");
            page.type("dmhq join FILE" + campaign + " --via draft");
        } else {
            page.say(
                    "Save the attached file anywhere, or this whole mail as a file. Then take your seat, with the place"
                            + " of that file for FILE" + where.replaceFirst(", with", ", and") + ":");
            page.type("dmhq join FILE" + campaign);
            page.say("If your dmhq reads this mailbox, save nothing, and type mail: for FILE.");
        }
        page.say("Joining makes a folder " + session + " and asks the host for the seat. The host may want to hear the"
                + " fingerprint of your key from you before you are seated; dmhq identity show says it.");
        return page;
    }

    private static String sitter(Chain chain, SeatId seat) {
        Join join = chain.seats().get(seat);
        return join == null ? "" : ": " + join.name();
    }
}
