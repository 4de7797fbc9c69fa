package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.transports.email.post.Delivery;
import dmhq.workspace.Contacts;
import dmhq.workspace.Outbox;
import dmhq.workspace.OwnMail;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A seat that mails do not reach, as far as a host's own notes tell; no server is asked.
 *
 * @param why a sentence without its end
 */
record Unreached(SeatId seat, String why) {

    /**
     * Returns those of a host's session, if it goes by mail and is not closed.
     *
     * @throws Refusal if the host's notes are damaged
     */
    static List<Unreached> of(Workspace workspace, OwnMail mail) throws Refusal, IOException {
        if (!workspace.place().host()
                || workspace.archive().closing() != null
                || workspace.place().posts().stream().noneMatch(Unreached::goesToAddresses)) {
            return List.of();
        }
        Chain chain = workspace.hostArchive().chain();
        List<Unreached> all = new ArrayList<>();
        for (SeatId seat : chain.seats().keySet()) {
            if (!seat.equals(chain.hostSeat())) {
                why(workspace, mail, chain, seat).ifPresent(why -> all.add(new Unreached(seat, why)));
            }
        }
        return all;
    }

    private static boolean goesToAddresses(String post) {
        return Addresses.mailed(post).isPresent() || Addresses.drafted(post).isPresent();
    }

    private static Optional<String> why(Workspace workspace, OwnMail mail, Chain chain, SeatId seat)
            throws Refusal, IOException {
        Optional<String> address = new Contacts(workspace).of(seat);
        if (address.isEmpty()) {
            return Optional.of("Where " + seat + " is written to is not known");
        }
        Optional<Outbox.Refused> refused = new Outbox(workspace)
                .refused().stream()
                        .filter(each -> each.reader().equals(Party.of(seat)))
                        .filter(each -> each.recipient().equals(address.get()))
                        .findFirst();
        if (refused.isPresent()) {
            return refused.map(
                    each -> "What is for " + seat + " waits, and a watch does not try it again: " + each.sentence());
        }
        return lastMail(mail, chain, address.get())
                .flatMap(Delivery::returned)
                .filter(Delivery.Returned::permanent)
                .map(returned ->
                        "The last mail to " + seat + ", at " + address.get() + ", came back: " + returned.reason());
    }

    /** Returns the last mail of a session that left for an address. */
    static Optional<Delivery> lastMail(OwnMail mail, Chain chain, String address) throws Refusal, IOException {
        String start = "session_" + chain.session() + "_";
        List<Delivery> mails = mail.deliveries(address, name -> name.startsWith(start));
        return mails.isEmpty() ? Optional.empty() : Optional.of(mails.get(mails.size() - 1));
    }

    /** Returns it for people, with the cure. */
    String line(Where where) {
        return why + ". To say where: " + where.dmhq("host address " + seat + " ADDRESS");
    }
}
