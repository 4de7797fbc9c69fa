package dmhq.transports.email.doctor;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.discovery.Provider;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server for receiving: reached, secured, logged in to, and then looked through for a mail. */
final class ReceivingSide implements AutoCloseable {

    private static final String INBOX = "INBOX";
    private static final long LARGEST = 200_000;
    private static final int MOST = 50;

    private final MailAccount account;
    private final Optional<Provider> provider;
    private final Circumstances circumstances;
    private final MailServer server;
    /** From which number on the mails of a folder are new. */
    private final Map<String, Long> starts = new LinkedHashMap<>();

    private final Set<String> seen = new HashSet<>();
    private @Nullable Wire wire;
    private @Nullable Mailbox talk;

    ReceivingSide(MailAccount account, Optional<Provider> provider, Circumstances circumstances) {
        this.account = account;
        this.provider = provider;
        this.circumstances = circumstances;
        this.server = account.receiving();
    }

    /**
     * Where the mail was found.
     *
     * @param folder as the server spells it
     */
    record Sighting(String folder, TestMail.Arrived arrived) {

        boolean isSpam() {
            return !folder.equals(INBOX);
        }
    }

    /** Comes to be logged in, remembers what is new from now on, and tells how far it came. */
    Chain examine(Secret secret, Consumer<Finding> told) {
        Chain chain = Chain.of(told);
        chain.run(Step.RECEIVING_REACHED, this::reach);
        chain.run(Step.RECEIVING_SECURED, this::secure);
        chain.run(Step.RECEIVING_LOGGED_IN, () -> logIn(secret.get()));
        return chain;
    }

    /** Looks for a mail in what came since the log-in, after an examination that came to its end. */
    Optional<Sighting> look(TestMail mail) throws Ailment {
        try {
            for (Map.Entry<String, Long> start : starts.entrySet()) {
                Optional<Sighting> sighting = look(mail, start.getKey(), start.getValue());
                if (sighting.isPresent()) {
                    talk().end();
                    return sighting;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Breakdown.talking(server, circumstances.answer(), e);
        }
    }

    private Optional<Sighting> look(TestMail mail, String folder, long start) throws IOException, Ailment {
        talk().open(folder);
        List<Long> found = talk().since(start, LARGEST);
        for (long number : found.subList(Math.max(0, found.size() - MOST), found.size())) {
            if (seen.add(number + " " + folder)) {
                Optional<TestMail.Arrived> arrived = talk().mail(number).map(mail::recognise);
                if (arrived.isPresent() && arrived.get().condition() != TestMail.Condition.NOT_THIS) {
                    return Optional.of(new Sighting(folder, arrived.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Finding reach() throws Ailment {
        try {
            wire = Wire.to(server, circumstances.answer());
            return Finding.fine(Step.RECEIVING_REACHED, server + " can be reached.");
        } catch (IOException e) {
            throw Breakdown.reaching(server, circumstances.answer(), e);
        }
    }

    private Finding secure() throws Ailment {
        Mailbox mailbox = new Mailbox(Chain.made(wire));
        try {
            mailbox.begin(circumstances.trusted());
        } catch (IOException e) {
            throw Breakdown.securing(server, circumstances.answer(), e);
        }
        talk = mailbox;
        return Finding.fine(
                Step.RECEIVING_SECURED, "The connection to " + server + " is encrypted, with the right server.");
    }

    private Finding logIn(String secret) throws Ailment {
        Kind kind = account.credential().kind();
        try {
            talk().logIn(account.user(), secret, kind, new Refusal(provider, kind), new Quote(secret));
            starts.put(INBOX, talk().open(INBOX));
            for (String folder : talk().spamFolders()) {
                starts.put(folder, talk().open(folder));
            }
        } catch (IOException e) {
            throw Breakdown.talking(server, circumstances.answer(), e);
        }
        return Finding.fine(Step.RECEIVING_LOGGED_IN, server + " lets " + account.user() + " in.");
    }

    private Mailbox talk() {
        return Chain.made(talk);
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
        }
    }
}
