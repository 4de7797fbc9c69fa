package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.archive.Chain;
import dmhq.workspace.HandingOver;
import dmhq.workspace.Leaving;
import dmhq.workspace.ParcelLabel;
import dmhq.workspace.Refusal;
import dmhq.workspace.Rotating;
import dmhq.workspace.Sending;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sends what a command has put into the outbox, and says how that went. */
final class Posting {

    private final Terminal terminal;
    private final boolean watching;

    Posting(Terminal terminal) {
        this(terminal, false);
    }

    private Posting(Terminal terminal, boolean watching) {
        this.terminal = terminal;
        this.watching = watching;
    }

    /** Returns one that leaves to commands what was refused for good. */
    static Posting ofWatch(Terminal terminal) {
        return new Posting(terminal, true);
    }

    /** Sends all there is, with what the host has yet to learn; returns the exit code for it. */
    int send(Workspace workspace, Chain chain) throws Refusal, IOException {
        new Leaving(workspace).sendIfDue();
        new Rotating(workspace).sendIfDue();
        Sending step = watching ? Sending.ofWatch(workspace) : new Sending(workspace);
        HandingOver handingOver = new HandingOver(workspace);
        Sending.Result sending = step.sendAll(chain, new PostCovers(terminal, workspace));
        boolean byHand = workspace.place().posts().isEmpty();
        if (byHand && !sending.sent().isEmpty()) {
            terminal.say("This session has no post; hand these files over, each to whom it names:");
        }
        String drafts = byHand ? "" : drafts(workspace.place().posts());
        for (String name : sending.sent()) {
            if (byHand) {
                terminal.say("  " + handingOver.file(name));
            } else if (drafts.isEmpty()) {
                terminal.say("Sent " + name + ".");
            } else {
                terminal.say("Wrote the mail " + Path.of(drafts, name + ".eml")
                        + "; open it in your mail program and send it.");
            }
        }
        for (String name : sending.large()) {
            terminal.complain(name + " has more than 5 MB, which some mailboxes take slowly or not at all");
            terminal.cure("If no receipt comes, use another post for this session, such as a shared folder.");
        }
        for (String name : sending.astray()) {
            terminal.say(
                    "Who is to have " + name + " does not sit there, and is reached nowhere that is known; if you know,"
                            + " hand it over: " + handingOver.file(name));
        }
        for (Sending.Failure failure : sending.failures()) {
            terminal.complain(failure.sentence());
        }
        sending.failures().stream()
                .flatMap(failure -> failure.reader().stream())
                .distinct()
                .forEach(reader -> tellOfAddress(reader, Where.of(workspace.folder(), terminal.folder())));
        if (!sending.failures().isEmpty()) {
            terminal.cure("It is kept in the outbox; the next command that can will send it.");
            return ExitCode.POST;
        }
        return ExitCode.DONE;
    }

    private void tellOfAddress(Party reader, Where where) {
        terminal.cure(
                reader.isHost()
                        ? "If that is not the host's address, join once more with the right one: dmhq join INVITATION --post"
                                + " mail:ADDRESS. Meanwhile, hand over orders as a file: dmhq submit turn.zip --via FILE."
                        : "Say where " + reader + " is reached, if it is not there: "
                                + where.dmhq("host address " + reader + " ADDRESS"));
    }

    /** Where nothing leaves but as drafts, they lie in one folder; the empty string where something does leave. */
    private static String drafts(List<String> posts) {
        return posts.stream().allMatch(post -> Addresses.drafted(post).isPresent())
                ? Addresses.drafted(posts.get(0)).orElse("")
                : "";
    }

    /** Writes one parcel to a file for the player to carry. */
    void handOver(Workspace workspace, ParcelLabel label, Path file) throws Refusal, IOException {
        new HandingOver(workspace).handOver(label, file);
        terminal.say(
                "Wrote " + file.normalize() + "; give it to the host, who runs: dmhq resolve " + file.getFileName());
    }

    /** Writes one parcel as the player wants it: as a draft of a mail, or to a file to carry. */
    void handOver(Workspace workspace, ParcelLabel label, Path via, Chain chain) throws Refusal, IOException {
        if (!via.toString().equals(Addresses.DRAFT)) {
            handOver(workspace, label, terminal.folder().resolve(via));
            return;
        }
        Path draft = new HandingOver(workspace).draft(label, chain, new PostCovers(terminal, workspace));
        terminal.say("Wrote the mail " + draft + ", with the file attached. To send it:");
        terminal.sayExactly("  Outlook on Windows, Thunderbird: open the file; it opens as a new mail. Send it.");
        terminal.sayExactly("  Apple Mail: open the file, then Message > Send Again, and send it.");
        terminal.sayExactly("  Webmail: write a new mail to the host, and attach this file:");
        terminal.sayExactly("  " + new HandingOver(workspace).handedOver(label));
    }
}
