package dmhq.cli;

import dmhq.transports.PostNews;
import dmhq.workspace.Arrival;
import dmhq.workspace.Collecting;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings in files or the post, and says of each what it was. */
final class Arriving {

    private final Terminal terminal;

    Arriving(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Takes in the files, or all posts if there are none.
     *
     * @param codes gets the exit codes of what came
     */
    List<Arrival> collect(Workspace workspace, List<Path> files, List<Integer> codes) throws Refusal, IOException {
        Collecting collecting = new Collecting(workspace);
        List<Arrival> arrivals = new ArrayList<>();
        for (Path file : files) {
            arrivals.addAll(collecting.fromFile(terminal.folder().resolve(file), file.toString()));
        }
        if (files.isEmpty()) {
            new MovedAccount(terminal).warn(workspace);
            Collecting.Result result = collecting.fromPosts();
            arrivals.addAll(result.arrivals());
            tellOfPosts(result, workspace, codes);
            collecting.wereTold(result);
        }
        for (Arrival arrival : arrivals) {
            codes.add(tell(arrival, !files.isEmpty()));
        }
        return arrivals;
    }

    /** Takes in once more what lies at the posts, of which most was dealt with before and is not worth a word. */
    void collectAgain(Workspace workspace, List<Integer> codes) throws Refusal, IOException {
        Collecting collecting = Collecting.all(workspace);
        Collecting.Result result = collecting.fromPosts();
        tellOfPosts(result, workspace, codes);
        collecting.wereTold(result);
        for (Arrival arrival : result.arrivals()) {
            if (arrival.kind() != Arrival.Kind.KNOWN) {
                codes.add(tell(arrival, false));
            }
        }
    }

    private void tellOfPosts(Collecting.Result result, Workspace workspace, List<Integer> codes)
            throws Refusal, IOException {
        for (String failure : result.failures()) {
            terminal.complain(failure);
            terminal.cure("What could not be taken stays there; try again when it can be reached.");
            codes.add(ExitCode.POST);
        }
        for (PostNews news : result.news()) {
            terminal.complain(news.sentence());
            codes.add(news.returned() ? ExitCode.POST : ExitCode.REFUSED);
        }
        if (result.news().stream().anyMatch(PostNews::returned)) {
            tellOfReturned(workspace);
        }
    }

    /** What came back does not leave again by itself. */
    private void tellOfReturned(Workspace workspace) throws Refusal, IOException {
        Where where = Where.of(workspace.folder(), terminal.folder());
        if (!workspace.place().host()) {
            terminal.cure("If the host is reached elsewhere: " + where.dmhq("recover --post mail:ADDRESS")
                    + ". Then send orders again: dmhq submit " + where.turn());
            return;
        }
        for (Unreached each : Unreached.of(workspace, terminal.surroundings().mail())) {
            terminal.cure("Say where " + each.seat() + " is reached, and its newest turn leaves again: "
                    + where.dmhq("host address " + each.seat() + " ADDRESS"));
        }
    }

    private int tell(Arrival arrival, boolean asked) {
        String sentence = Quoted.of(arrival.sentence());
        String line = Quoted.of(arrival.name()) + ": " + sentence;
        return switch (arrival.kind()) {
            case TAKEN -> {
                terminal.say("Took in " + sentence + ".");
                yield ExitCode.DONE;
            }
            case KNOWN -> {
                terminal.say("Ignored " + line + ".");
                yield ExitCode.DONE;
            }
            case NOT_OURS -> {
                if (!asked) {
                    yield ExitCode.DONE;
                }
                terminal.complain(line);
                terminal.cure("Ask its sender for the file that is meant for you.");
                yield ExitCode.REFUSED;
            }
            case ELSEWHERE -> {
                if (!asked) {
                    yield ExitCode.DONE;
                }
                terminal.complain(line);
                terminal.cure("Take it in there: name that folder with -C.");
                yield ExitCode.REFUSED;
            }
            case SET_ASIDE -> {
                terminal.complain(line);
                terminal.cure(
                        "It changed nothing else; if it was damaged on the way, ask its sender to send it again.");
                yield ExitCode.REFUSED;
            }
            case LEFT -> {
                terminal.complain(line);
                terminal.cure("It changed nothing, and was left where it is.");
                yield ExitCode.REFUSED;
            }
            case LATER -> {
                if (!asked) {
                    yield ExitCode.DONE;
                }
                terminal.complain(line);
                yield ExitCode.WAITING;
            }
            case GAP -> {
                terminal.complain(line);
                yield ExitCode.WAITING;
            }
            case EVIDENCE -> {
                terminal.complain(line);
                terminal.cure(
                        "Show it to the other players before you go on; turns are kept in evidence/, receipts in receipts/.");
                yield ExitCode.REFUSED;
            }
        };
    }
}
