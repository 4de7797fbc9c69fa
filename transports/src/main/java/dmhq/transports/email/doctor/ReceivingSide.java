package dmhq.transports.email.doctor;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.discovery.Provider;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The server for receiving: reached, secured, logged in to, and then looked through for a mail. */
final class ReceivingSide implements AutoCloseable {

    private static final String INBOX = "INBOX";
    private static final long LARGEST = 200_000;
    private static final int MOST = 50;
    private static final int MOST_NAMED = 20;

    private final MailAccount account;
    private final UsedFolders folders;
    private final Optional<Provider> provider;
    private final Circumstances circumstances;
    private final MailServer server;
    /** From which number on the mails of a folder are new. */
    private final Map<String, Long> starts = new LinkedHashMap<>();

    private final Set<String> seen = new HashSet<>();
    private @Nullable Wire wire;
    private @Nullable ImapTalk talk;

    ReceivingSide(MailAccount account, UsedFolders folders, Optional<Provider> provider, Circumstances circumstances) {
        this.account = account;
        this.folders = folders;
        this.provider = provider;
        this.circumstances = circumstances;
        this.server = account.receiving();
    }

    /** Whether a mail is found in that folder when it is looked for in a session. */
    enum Place {
        /** Yes. */
        USED,
        /** No: it is the inbox, and another folder is used. */
        INBOX,
        /** No: it is for spam. */
        SPAM
    }

    /**
     * Where the mail was found.
     *
     * @param folder as the server spells it
     */
    record Sighting(String folder, Place place, TestMail.Arrived arrived) {}

    /** Comes to be logged in, remembers what is new from now on, and tells how far it came. */
    Chain examine(Secret secret, Consumer<Finding> told) {
        Chain chain = Chain.of(told);
        chain.run(Step.RECEIVING_REACHED, this::reach);
        chain.run(Step.RECEIVING_SECURED, this::secure);
        chain.run(Step.RECEIVING_LOGGED_IN, () -> logIn(secret.get()));
        chain.run(Step.FOLDERS, this::open);
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
                    return Optional.of(new Sighting(folder, place(folder), arrived.get()));
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
        ImapTalk mailbox = new ImapTalk(Chain.made(wire));
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
        } catch (IOException e) {
            throw Breakdown.talking(server, circumstances.answer(), e);
        }
        return Finding.fine(Step.RECEIVING_LOGGED_IN, server + " lets " + account.user() + " in.");
    }

    private Finding open() throws Ailment {
        try {
            List<ImapTalk.Folder> listed = talk().folders();
            String used = used();
            if (!used.equals(INBOX)
                    && listed.stream().noneMatch(folder -> folder.name().equals(used))) {
                throw new Ailment(
                        "There is no folder " + FolderName.shown(used) + " for mails to arrive in.",
                        "Make it at the provider's pages, or name one that is there: " + names(listed) + ".");
            }
            Set<String> watched = new LinkedHashSet<>(List.of(used, INBOX));
            watched.addAll(SpamFolders.of(listed));
            for (String folder : watched) {
                starts.put(folder, talk().open(folder));
            }
            return Finding.fine(Step.FOLDERS, "Mails arrive in " + FolderName.shown(used) + moved(listed) + ".");
        } catch (IOException e) {
            throw Breakdown.talking(server, circumstances.answer(), e);
        }
    }

    private String moved(List<ImapTalk.Folder> listed) {
        return folders.processed()
                .map(FolderName::spelt)
                .map(to -> " and are moved to " + FolderName.shown(to)
                        + (listed.stream().anyMatch(folder -> folder.name().equals(to))
                                ? ""
                                : ", which is not there yet and is made for the first"))
                .orElse("");
    }

    private static String names(List<ImapTalk.Folder> listed) {
        String told = listed.stream()
                .map(ImapTalk.Folder::name)
                .limit(MOST_NAMED)
                .map(FolderName::shown)
                .collect(Collectors.joining(", "));
        return listed.size() > MOST_NAMED ? told + " and " + (listed.size() - MOST_NAMED) + " more" : told;
    }

    private String used() {
        return FolderName.spelt(folders.arriving());
    }

    private Place place(String folder) {
        return folder.equals(used()) ? Place.USED : folder.equals(INBOX) ? Place.INBOX : Place.SPAM;
    }

    private ImapTalk talk() {
        return Chain.made(talk);
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
        }
    }
}
