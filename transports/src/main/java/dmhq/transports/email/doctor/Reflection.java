package dmhq.transports.email.doctor;

import dmhq.transports.email.MailAddress;
import dmhq.transports.email.doctor.ReceivingSide.Sighting;
import dmhq.transports.email.doctor.TestMail.Condition;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail to oneself: sent, waited for, and compared with what was sent. */
final class Reflection {

    private final SendingSide sending;
    private final ReceivingSide receiving;
    private final Circumstances circumstances;
    private final MailAddress address;
    private final TestMail mail;
    private @Nullable Sighting sighting;

    Reflection(SendingSide sending, ReceivingSide receiving, MailAddress address, Circumstances circumstances) {
        this.sending = sending;
        this.receiving = receiving;
        this.circumstances = circumstances;
        this.address = address;
        this.mail = new TestMail(
                address, circumstances.random(), circumstances.clock().instant());
    }

    /** Takes the steps that are left. */
    void examine(Chain chain) {
        chain.run(Step.SENT, this::send);
        chain.run(Step.ARRIVED, this::arrive);
        chain.run(Step.MESSAGE_ID, this::messageId);
        chain.run(Step.UNCHANGED, this::compare);
    }

    private Finding send() throws Ailment {
        sending.send(address.toString(), mail);
        return Finding.fine(Step.SENT, "A mail from " + address + " to itself is sent.");
    }

    private Finding arrive() throws Ailment {
        Duration waited = Duration.ZERO;
        Optional<Sighting> found = receiving.look(mail);
        while (found.isEmpty() && waited.plus(circumstances.between()).compareTo(circumstances.arrival()) <= 0) {
            circumstances.pausing().accept(circumstances.between());
            waited = waited.plus(circumstances.between());
            found = receiving.look(mail);
        }
        if (found.isEmpty()) {
            throw new Ailment(
                    "The mail was taken, but came into no folder for mails, not even for spam, within "
                            + Breakdown.seconds(circumstances.arrival()) + ".",
                    "Look at the provider's pages whether a rule moved it or holds it back, and try again later; if it"
                            + " never comes, the provider drops such mails: take another account, or another post.");
        }
        sighting = found.get();
        if (sighting.arrived().condition() == Condition.RETURNED) {
            throw new Ailment(
                    "The mail came back as one that could not be delivered.",
                    "Read what the provider wrote into it, which is in your inbox now; often the mailbox is full, or the"
                            + " address is not the account's own.");
        }
        return arrived(sighting);
    }

    private Finding arrived(Sighting seen) {
        String took = Breakdown.seconds(
                Duration.between(mail.sent(), circumstances.clock().instant()));
        return switch (seen.place()) {
            case USED -> Finding.fine(Step.ARRIVED, "The mail arrived within " + took + ".");
            case INBOX ->
                Finding.remark(
                        Step.ARRIVED,
                        "The mail arrived within " + took + ", but in the inbox.",
                        "Mails are looked for in the folder alone that you named: have a filter of yours put them there.");
            case SPAM ->
                Finding.remark(
                        Step.ARRIVED,
                        "The mail arrived within " + took + ", but as spam (" + FolderName.shown(seen.folder()) + ").",
                        "Mark it as no spam at the provider's pages, and have your players do the same with theirs.");
        };
    }

    private Finding messageId() {
        return Chain.made(sighting).arrived().keptId()
                ? Finding.fine(Step.MESSAGE_ID, "It kept its Message-ID.")
                : Finding.remark(
                        Step.MESSAGE_ID,
                        "The provider gave it another Message-ID.",
                        "Nothing to do: dmhq knows its mails by their content; only threads may look torn in your"
                                + " program of mail.");
    }

    private Finding compare() throws Ailment {
        if (Chain.made(sighting).arrived().condition() == Condition.CHANGED) {
            throw new Ailment(
                    "What was attached is not what was sent.",
                    "Something on the way rewrites or removes attachments, such as a virus scanner or a company's"
                            + " filter: have it except this address, or take another post.");
        }
        return Finding.fine(
                Step.UNCHANGED, "What was attached came back as it was, all " + mail.size() + " bytes of it.");
    }
}
