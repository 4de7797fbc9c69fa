package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.transports.email.MailAddress;
import dmhq.workspace.Contacts;
import dmhq.workspace.Outbox;
import dmhq.workspace.Readdressing;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dmhq host address}: where a seat is written to. */
@Command(
        name = "address",
        description = "As the host: show where the seats are written to by mail, or say it of one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "An address is only where parcels go; who someone is shows by their key. It is learnt from invitations that go by"
                    + " mail, and from where a seat's first parcel came. A seat whose address is said gets its newest turn once"
                    + " more.",
            "Example: dmhq host address",
            "Example: dmhq host address sabres chioma@example.org"
        })
final class HostAddress extends DeskCommand {

    @Parameters(paramLabel = "SEAT", arity = "0..1", description = "Which seat.")
    private @Nullable String seat;

    @Parameters(paramLabel = "ADDRESS", arity = "0..1", description = "Where it is written to from now on.")
    private @Nullable String address;

    HostAddress(Terminal terminal) {
        super("address", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        Chain chain = workspace.hostArchive().chain();
        Contacts contacts = new Contacts(workspace);
        if (seat == null || address == null) {
            for (SeatId each : chain.opening().seatIds()) {
                if (!each.equals(chain.hostSeat())) {
                    Optional<String> known = contacts.of(each);
                    terminal()
                            .print("  " + each + "  " + Quoted.of(known.orElse("not known"))
                                    + (known.isEmpty() ? "" : mails(known.get(), chain) + orders(each, chain))
                                    + waiting(each, workspace));
                }
            }
            Unreached.of(workspace, terminal().surroundings().mail()).stream()
                    .findFirst()
                    .ifPresent(each -> terminal().next(where().dmhq("host address " + each.seat() + " ADDRESS")));
            return ExitCode.DONE;
        }
        return write(workspace, chain, seat, address);
    }

    /** Returns when a mail of this session left for an address last, and whether it came back. */
    private String mails(String known, Chain chain) throws Refusal, IOException {
        return Unreached.lastMail(terminal().surroundings().mail(), chain, known)
                .map(last -> ", last mail "
                        + last.sent().map(terminal().instants()::of).orElse("not known to have left")
                        + last.returned()
                                .map(returned -> "; it came back: " + Quoted.of(returned.reason()))
                                .orElse(""))
                .orElse("");
    }

    /** What could not leave shows that something is wrong with an address. */
    private static String waiting(SeatId seat, Workspace workspace) throws IOException {
        int waiting = Collections.frequency(new Outbox(workspace).waiting(), Party.of(seat));
        return waiting == 0
                ? ""
                : ", " + Counted.of(waiting, "parcel") + (waiting == 1 ? " waits" : " wait") + " in the outbox";
    }

    /** Orders show that what they were planned on has arrived. */
    private static String orders(SeatId seat, Chain chain) {
        int last = chain.seats().containsKey(seat) ? chain.lastOrdersOf(seat) : 0;
        return last > 1 ? ", last orders for turn " + last : "";
    }

    private int write(Workspace workspace, Chain chain, String seat, String address) throws Refusal, IOException {
        SeatId named = chain.opening().seatIds().stream()
                .filter(each -> each.value().equals(seat))
                .findFirst()
                .orElseThrow(() -> new Refusal("there is no seat " + seat + "; the seats are "
                        + DeskReport.named(chain.opening().seatIds())));
        String plain = Addresses.mailed(address).orElse(address);
        MailAddress parsed = MailAddress.find(plain)
                .orElseThrow(() -> new Refusal(
                        Quoted.of(address) + " is no address of mail; say it as NAME@DOMAIN, such as ann@example.org"));
        new Readdressing(workspace).write(named, parsed);
        terminal().say(named + " is written to at " + parsed + ".");
        int code = new Posting(terminal()).send(workspace, chain);
        new NextStep(terminal(), where()).offer(workspace);
        return code;
    }
}
