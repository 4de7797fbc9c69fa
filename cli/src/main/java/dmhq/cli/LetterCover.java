package dmhq.cli;

import dmhq.format.archive.Chain;
import dmhq.transports.Cover.Occasion;
import dmhq.workspace.ParcelLabel;
import dmhq.workspace.Workspace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what is seen of all that a host and a seat write to each other besides turns and notices. */
final class LetterCover {

    private static final Pattern VERDICT = Pattern.compile("_receipt_.*_(?<verdict>counts|waits|replaced|refused)_");

    private final Workspace workspace;
    private final Chain chain;
    private final ReadersClock clock;

    LetterCover(Workspace workspace, Chain chain, ReadersClock clock) {
        this.workspace = workspace;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @param name of the parcel
     */
    CoverPage of(ParcelLabel label, String name) {
        return switch (label.kind()) {
            case "receipt" -> receipt(label, name);
            case "closing" -> closing(label);
            case "submission" -> submission(label);
            case "join" -> join(label);
            case "leave" ->
                toHost(
                        label.from() + " leaves",
                        label.from() + " wants to leave the session. From your next turn on nobody waits for orders of"
                                + " that seat; its player can come back by sending some.");
            case "rotation" ->
                toHost(
                        "New keys of " + label.from(),
                        label.from() + " has new keys. Your next turn tells everyone, and what is for " + label.from()
                                + " is sealed to the new one from then on.");
            case "request" ->
                toHost(
                        label.from() + " misses turns",
                        label.from() + " has turn " + label.turn()
                                + " and asks for what came after it, as something was"
                                + " lost or damaged on the way. Your dmhq answers with all of it.");
            case "orders" -> copy("Your orders for turn " + label.turn());
            default -> other(label);
        };
    }

    /** Writes what a host sees that sends something to itself. */
    CoverPage copy(String what) {
        CoverPage page = page(what + ": a copy", Occasion.GENERATED);
        page.say("There is nothing to do.");
        page.say("You send this copy to yourself, so that a folder that was put back from a backup finds again what it"
                + " lacks. Leave it where your dmhq finds it.");
        return page;
    }

    private CoverPage other(ParcelLabel label) {
        CoverPage page = page("From " + label.from() + ": " + label.kind(), Occasion.ORDERED);
        page.say("The attached file is a " + label.kind() + ", from " + label.from() + " to " + label.to() + ".");
        CoverSteps steps = new CoverSteps(page, clock);
        if (label.to().isHost()) {
            steps.resolve();
        } else {
            steps.fetch();
        }
        return page;
    }

    private CoverPage receipt(ParcelLabel label, String name) {
        Matcher verdict = VERDICT.matcher(name);
        String said = verdict.find() ? verdict.group("verdict") : "";
        String orders = "Your orders for turn " + label.turn() + ", revision " + label.revision() + ",";
        CoverPage page = page(
                switch (said) {
                    case "counts" -> "Received: your orders for turn " + label.turn() + " count";
                    case "waits" -> "Received: your orders for turn " + label.turn() + " wait";
                    case "replaced" -> "Received: orders for turn " + label.turn() + " that later ones replace";
                    case "refused" -> "Refused: your orders for turn " + label.turn();
                    default -> "Receipt for your orders for turn " + label.turn();
                },
                Occasion.ANSWER);
        page.say(
                switch (said) {
                    case "counts" -> orders + " have arrived, and they count, unless you send a later revision.";
                    case "waits" ->
                        orders + " have arrived, and are kept. They count only if the host goes on without"
                                + " waiting for you; submit them without --provisional when you are sure.";
                    case "replaced" -> orders + " have arrived after a later revision, which stands.";
                    case "refused" ->
                        orders + " have arrived and cannot count. The receipt says why, and dmhq fetch"
                                + " shows it; plan and submit others.";
                    default -> orders + " have arrived.";
                });
        page.say("The attached receipt is signed by the host. It is your proof: keep it, by letting dmhq take it in.");
        new CoverSteps(page, clock).fetch();
        return page;
    }

    private CoverPage closing(ParcelLabel label) {
        CoverPage page = page("The session is closed after turn " + label.turn(), Occasion.GENERATED);
        page.say("The host has closed the session after turn " + label.turn() + ". With the attached file everything"
                + " that was hidden in it is yours to see, and you can prove that all went by the rules.");
        new CoverSteps(page, clock).fetch();
        page.say("Then let dmhq play it all again, and hold it against what was signed:");
        page.type("dmhq verify turn.zip");
        return page;
    }

    private CoverPage submission(ParcelLabel label) {
        return toHost(
                "Orders of " + label.from() + " for turn " + label.turn() + ", revision " + label.revision(),
                "The orders of " + label.from() + " for turn " + label.turn() + ", revision " + label.revision()
                        + ", are attached. Of several revisions the highest counts.");
    }

    private CoverPage join(ParcelLabel label) {
        String who = workspace.identity().name();
        return toHost(
                who + " asks for the seat " + label.from(),
                who + " asks for the seat " + label.from() + ". Before you seat anybody, dmhq shows the fingerprint of"
                        + " the key that asks: compare it with what the player tells you on the telephone, and never"
                        + " with anything in a mail.");
    }

    private CoverPage toHost(String title, String sentences) {
        CoverPage page = page(title, Occasion.ORDERED);
        page.say(sentences);
        new CoverSteps(page, clock).resolve();
        return page;
    }

    private CoverPage page(String title, Occasion occasion) {
        return new CoverPage(chain.session().name(), title, occasion);
    }
}
