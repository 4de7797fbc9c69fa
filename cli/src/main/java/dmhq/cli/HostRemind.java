package dmhq.cli;

import dmhq.workspace.Reminding;
import dmhq.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmhq host remind}: a word to those who are late. */
@Command(
        name = "remind",
        description = "As the host: remind those whose orders are missing, after taking in what has arrived.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Whoever was reminded less than an hour ago is left in peace. It stands in the post like all parcels, so it"
                    + " is read when they fetch.",
            "Example: dmhq host remind",
            "Example: dmhq host remind sabres --text \"The jump to Galatea waits for you\""
        })
final class HostRemind extends DeskCommand {

    @Parameters(paramLabel = "SEAT", arity = "0..*", description = "Whom; by default everyone who is waited for.")
    private List<String> seats = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT", description = "What to say instead of the usual.")
    private String text = "";

    @Option(names = "--again", description = "Also those who were reminded less than an hour ago.")
    private boolean again;

    HostRemind(Terminal terminal) {
        super("remind", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        Announcement announcement = new Announcement(terminal(), workspace);
        List<Integer> codes = new ArrayList<>();
        new Arriving(terminal()).collect(workspace, List.of(), codes);
        boolean finished = announcement.finishes();
        Reminding reminding = new Reminding(workspace, announcement.step());
        Reminding.Late late = reminding.late(seats, again);
        late.already()
                .forEach((seat, at) -> terminal()
                        .say(seat + " was reminded " + terminal().instants().of(at)
                                + "; --again reminds all the same."));
        if (!late.seats().isEmpty()) {
            announcement.step().remind(late.seats(), text.isEmpty() ? usual(late.turn()) : text);
        } else if (late.already().isEmpty() && !finished) {
            terminal().say("Nobody is late: everyone's orders are here, or not waited for.");
        }
        codes.add(announcement.told());
        announcement.tellReminded(late.seats());
        return ExitCode.of(codes);
    }

    static String usual(int turn) {
        return "Your orders for turn " + turn + " are missing.";
    }
}
