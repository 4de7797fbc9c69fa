package dmhq.cli;

import dmhq.engine.RuleSets;
import dmhq.format.SeatId;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailAddress;
import dmhq.workspace.Contacts;
import dmhq.workspace.Inviting;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings an invitation to where the host wants it, and says what its player does with it. */
final class Invited {

    private final Terminal terminal;
    private final String to;

    /**
     * Makes it for a place.
     *
     * @param to an address, or a file
     */
    Invited(Terminal terminal, String to) {
        this.terminal = terminal;
        this.to = to;
    }

    /** Writes the invitation to a seat into the workspace, and returns its file. */
    interface Writing {
        Path of(SeatId seat) throws Refusal, IOException;
    }

    /** Notes where the player is reached to whom an invitation was mailed. */
    interface Noting {
        void note(Contacts contacts, SeatId seat, String address) throws Refusal, IOException;
    }

    /** Returns the exit code. */
    int handOut(Workspace workspace, SeatId seat, Writing writing, Noting noting) throws Exception {
        Inviting inviting = new Inviting(workspace);
        String address = address(workspace);
        Path invitation = writing.of(seat);
        if (address == null) {
            Path file = terminal.folder().resolve(to);
            inviting.handOver(invitation, file);
            terminal.say("Wrote the invitation for " + seat + " to " + to + ".");
            terminal.next(join(workspace, file));
            return ExitCode.DONE;
        }
        String name;
        try {
            PostCovers covers = new PostCovers(terminal, workspace);
            name = inviting.send(invitation, address, each -> covers.invitation(seat, each));
        } catch (TransportException e) {
            terminal.complain(String.valueOf(e.getMessage()));
            terminal.cure("The invitation is kept as " + invitation + "; " + cure(e, address));
            return ExitCode.POST;
        }
        Optional<String> mailed = Addresses.mailed(address);
        if (mailed.isPresent()) {
            noting.note(new Contacts(workspace), seat, mailed.get());
        }
        terminal.say(
                Addresses.drafted(to).isPresent()
                        ? "Wrote the invitation for " + seat + " as a mail in "
                                + Addresses.drafted(to).get() + "; open it in your mail program and send it."
                        : "Sent the invitation for " + seat + " to " + (Addresses.isOne(to) ? to : address) + " as "
                                + name + ".");
        terminal.next(join(workspace, Path.of(name)));
        return ExitCode.DONE;
    }

    private static String cure(TransportException failure, String address) {
        if (!failure.isOfThisAlone()) {
            return "invite again when the post can be reached.";
        }
        return failure.retryCanHelp()
                ? "invite again when " + Addresses.mailed(address).orElse(address)
                        + " takes mails, or elsewhere with --to."
                : "invite again with the right address, or write it to a file to hand over with --to FILE.";
    }

    /** Returns the address where it is to go; null if it is to be a file. */
    private @Nullable String address(Workspace workspace) throws Refusal, IOException {
        if (Addresses.isOne(to)) {
            return Addresses.absolute(to, terminal).toString();
        } else if (MailAddress.find(to).isEmpty() || to.contains("/")) {
            return null;
        } else if (workspace.place().posts().stream()
                .noneMatch(post -> Addresses.mailed(post).isPresent())) {
            throw new Refusal(to + " is an address of mail, and this session does not go by mail; say --to mail:" + to
                    + ", or --to ./" + to + " for a file of that name");
        }
        return Addresses.absolute("mail:" + to, terminal).toString();
    }

    private static String join(Workspace workspace, Path invitation) throws Refusal, IOException {
        var rules = RuleSets.of(workspace.archive().chain().rules());
        return "the player runs: dmhq join " + invitation.getFileName()
                + (rules.filter(Bringing::takesSave).isPresent() ? " --campaign SAVE" : "");
    }

    static SeatId seat(String typed) throws Refusal {
        try {
            return new SeatId(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}
