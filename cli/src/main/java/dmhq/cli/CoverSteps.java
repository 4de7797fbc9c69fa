package dmhq.cli;

import dmhq.format.archive.Chain;
import dmhq.format.session.Notice;
import dmhq.workspace.TurnClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the covers of several kinds of parcels say in the same words: until when, and what to type. */
final class CoverSteps {

    private final CoverForm form;
    private final ReadersClock clock;

    CoverSteps(CoverForm form, ReadersClock clock) {
        this.form = form;
        this.clock = clock;
    }

    /** Says until when orders are waited for, and what the host says about that, where there is anything to say. */
    void clock(TurnClock clock, Chain chain) {
        clock(clock.turn(), clock.deadline(), clock.paused(), clock.grace());
        quoteHost(clock.text(), chain);
    }

    /** Says what a notice says. */
    void clock(Notice notice, Duration grace, Chain chain) {
        quoteHost(notice.text(), chain);
        clock(notice.record(), notice.deadline(), notice.paused(), grace);
    }

    private void clock(int turn, @Nullable Instant deadline, boolean paused, Duration grace) {
        if (paused) {
            form.say(ClockReport.paused(turn));
        } else if (deadline != null) {
            form.head("Deadline of turn " + turn);
            form.show(deadline, clock.of(deadline));
            form.say((grace.isZero() ? "" : "The host waits " + Spans.words(grace) + " longer. ")
                    + "dmhq status says the deadline by your own clock.");
        }
    }

    private void quoteHost(String text, Chain chain) {
        if (!text.isEmpty()) {
            form.quote(chain.host().name() + ", the host,", text);
        }
    }

    /** Says how a player takes the file in. */
    void fetch() {
        takeIn("dmhq fetch FILE");
    }

    /** Says how a host takes the file in. */
    void resolve() {
        takeIn("dmhq resolve FILE");
    }

    private void takeIn(String command) {
        form.head("What to do");
        form.say("Save the attached file anywhere. Then run, in the folder of the session:");
        form.type(command);
        form.say("FILE is where you saved it. If your dmhq reads this mailbox, save nothing, and leave FILE out.");
    }

    /** Says how a player plays the turn. */
    void play() {
        form.say("Then plan what you want, and submit it:");
        form.type("dmhq plan turn.zip", "dmhq submit turn.zip");
        form.say("If you want nothing this time, this lets the others go on:");
        form.type("dmhq submit turn.zip --empty");
    }
}
