package dmhq.cli;

import dmhq.format.session.Opening;
import dmhq.transports.TransportException;
import dmhq.workspace.MailSettings;
import dmhq.workspace.MailedInvitations;
import dmhq.workspace.MailedInvitations.Found;
import dmhq.workspace.MailedInvitations.Standing;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the invitations in a player's own mailbox, into which anybody can mail one; so a person is asked, if one
 * sits there.
 */
final class InvitationChoice {

    private static final String BY_HAND = "save the attached file and name that: dmhq join FILE";

    private final Terminal terminal;
    private final @Nullable String session;
    private final @Nullable String seat;

    /**
     * Makes one.
     *
     * @param session the name or id of the session that is expected; null for any
     * @param seat the seat that is expected; null for any
     */
    InvitationChoice(Terminal terminal, @Nullable String session, @Nullable String seat) {
        this.terminal = terminal;
        this.session = session;
        this.seat = seat;
    }

    /**
     * Returns the one to join with; empty if a person wants none of them.
     *
     * @throws Refusal if no account is set up, there is none, or nobody can be asked which of several it is
     */
    Optional<Found> chosen() throws Refusal, IOException, TransportException {
        if (MailSettings.kept(
                        terminal.surroundings().disk(), terminal.surroundings().home())
                .isEmpty()) {
            throw new Refusal(
                    "no mail account of yours is known here; run dmhq doctor YOUR-ADDRESS once, or " + BY_HAND);
        }
        MailedInvitations.Lying lying = new MailedInvitations(terminal.surroundings()).look();
        List<Found> open = lying.found().stream()
                .filter(each -> each.standing() != Standing.TAKEN)
                .filter(this::isExpected)
                .toList();
        if (open.isEmpty()) {
            throw new Refusal(none(lying));
        }
        if (open.size() == 1) {
            return isWanted(open.get(0)) ? Optional.of(open.get(0)) : Optional.empty();
        }
        for (int i = 0; i < open.size(); i++) {
            terminal.print("  " + (i + 1) + "  " + line(open.get(i)));
        }
        if (!terminal.isAttended()) {
            throw new Refusal("there are " + open.size() + " invitations in your mailbox; say which with --session NAME"
                    + " and --seat ID, or " + BY_HAND);
        }
        return asked(open);
    }

    /** Who has named the session knows what they want. */
    private boolean isWanted(Found only) throws IOException {
        return session != null || !terminal.isAttended() || terminal.confirms(line(only) + ". Join it?");
    }

    private boolean isExpected(Found found) {
        return isNamed(session, found.session().name(), found.session().value())
                && isNamed(seat, found.seat().value());
    }

    private static boolean isNamed(@Nullable String expected, String... names) {
        return expected == null || List.of(names).contains(expected);
    }

    private String none(MailedInvitations.Lying lying) {
        List<Found> found = lying.found();
        if (found.isEmpty()) {
            return "no invitation has come into your mailbox in the last two months"
                    + (lying.unusable().isEmpty()
                            ? ""
                            : " that can be used (" + Quoted.of(lying.unusable().get(0)) + ")")
                    + "; look among spam, or " + BY_HAND;
        }
        Found first = found.get(0);
        String which = found.stream().anyMatch(this::isExpected)
                ? "no invitation lies in your mailbox but to seats that are yours already, such as "
                : "no such invitation lies in your mailbox, but one to ";
        return which + first.session().name() + ", seat " + first.seat() + "; look among spam, or " + BY_HAND;
    }

    private static String line(Found found) {
        Opening opening = found.file().zero().record().opening();
        return found.session() + ", seat " + found.seat()
                + (opening == null
                        ? ""
                        : ", hosted by " + Quoted.of(opening.host().name()) + ", "
                                + opening.host().signingKey().fingerprint())
                + (found.sender().isEmpty() ? "" : ", mailed from " + Quoted.of(found.sender()))
                + (found.standing() == Standing.ASKED ? " (asked for already)" : "");
    }

    private Optional<Found> asked(List<Found> open) throws IOException {
        while (true) {
            Optional<String> typed = terminal.line("Which one (1-" + open.size() + ", Enter ends)? ");
            if (typed.isEmpty() || typed.get().isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < open.size(); i++) {
                if (typed.get().equals(String.valueOf(i + 1))) {
                    return Optional.of(open.get(i));
                }
            }
            terminal.say("Type a number from 1 to " + open.size() + ", or Enter to end.");
        }
    }
}
