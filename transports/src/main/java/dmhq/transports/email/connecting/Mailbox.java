package dmhq.transports.email.connecting;

import dmhq.transports.TransportException;
import dmhq.transports.email.reading.MailReader;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * One folder of mails at a server, open. Mails are named by their UID and looked at without being marked as read.
 *
 * <p>Commands are written out here rather than left to Jakarta Mail's folders, which number mails anew whenever another
 * program removes one, and ask the server for each mail by itself.
 */
public final class Mailbox implements AutoCloseable {

    private static final int BATCH = 100;
    private static final int CHUNK = 2 << 20;
    private static final int START = 4 * MailReader.HEAD;

    private final MailLine line;
    private final String name;
    private IMAPStore store;
    private IMAPFolder folder;

    private Mailbox(MailLine line, String name, IMAPStore store, IMAPFolder folder) {
        this.line = line;
        this.name = name;
        this.store = store;
        this.folder = folder;
    }

    /**
     * Connects to the server that receives, and opens a folder.
     *
     * @throws TransportException if that fails, or there is no such folder
     */
    public static Mailbox open(MailLine line, String name, String tried) throws TransportException {
        IMAPStore store = line.connect(
                "imap",
                line.account().receiving(),
                tried,
                (session, protocol) -> new ImapServer(session, new URLName(protocol, null, -1, null, null, null)));
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            return new Mailbox(line, name, store, folder);
        } catch (MessagingException e) {
            leave(store);
            throw new MailFailure(line.account().receiving(), tried).of(e);
        }
    }

    /** Returns the number that changes when the UIDs of before mean nothing any more. */
    public long validity(String tried) throws TransportException {
        return attempt(tried, folder::getUIDValidity);
    }

    /** Returns the UID that the next mail will get, or less than 1 if the server does not tell. */
    public long next(String tried) throws TransportException {
        return attempt(tried, folder::getUIDNext);
    }

    /** Returns the mails from a UID on, in the order of their UIDs. */
    public List<Sight> from(long uid, String tried) throws TransportException {
        SortedMap<Long, Sight> sights = new TreeMap<>();
        for (FetchResponse told : fetch(uid + ":*", "FLAGS RFC822.SIZE", tried)) {
            UID its = told.getItem(UID.class);
            // The last mail is always told of, whatever its UID (RFC 3501, 6.4.8).
            if (its != null && its.uid >= uid) {
                Answers answers = new Answers(told);
                sights.put(its.uid, new Sight(its.uid, answers.size(), answers.isDeleted()));
            }
        }
        return List.copyOf(sights.values());
    }

    /** Returns which of these mails are still there and not marked to be deleted. */
    public SortedSet<Long> present(SortedSet<Long> uids, String tried) throws TransportException {
        SortedSet<Long> present = new TreeSet<>();
        for (List<Long> batch : batches(uids)) {
            for (FetchResponse told : fetch(set(batch), "FLAGS", tried)) {
                UID its = told.getItem(UID.class);
                if (its != null && uids.contains(its.uid) && !new Answers(told).isDeleted()) {
                    present.add(its.uid);
                }
            }
        }
        return present;
    }

    /** Returns which of these mails are worth being read, by looking at their parts and not at all they hold. */
    public SortedSet<Long> worthReading(SortedSet<Long> uids, MailReader reader, String tried)
            throws TransportException {
        SortedSet<Long> worth = new TreeSet<>();
        for (List<Long> batch : batches(uids)) {
            SortedMap<Structure.Section, List<Long>> sections = new TreeMap<>();
            structures(batch, tried).forEach((uid, structure) -> {
                if (structure.whole()) {
                    worth.add(uid);
                }
                structure
                        .sections()
                        .forEach(section -> sections.computeIfAbsent(section, none -> new ArrayList<>())
                                .add(uid));
            });
            for (Map.Entry<Structure.Section, List<Long>> section : sections.entrySet()) {
                section.getValue().removeIf(uid -> worth.contains(uid));
                worth.addAll(wantedOrUnknown(section.getKey(), section.getValue(), reader, tried));
            }
        }
        return worth;
    }

    private SortedMap<Long, Structure> structures(List<Long> uids, String tried) throws TransportException {
        SortedMap<Long, Structure> structures = new TreeMap<>();
        uids.forEach(uid -> structures.put(uid, Structure.of(null, null)));
        try {
            for (FetchResponse told : fetch(set(uids), "ENVELOPE BODYSTRUCTURE", tried)) {
                UID its = told.getItem(UID.class);
                if (its != null && structures.containsKey(its.uid)) {
                    structures.put(
                            its.uid, Structure.of(told.getItem(BODYSTRUCTURE.class), told.getItem(ENVELOPE.class)));
                }
            }
        } catch (StackOverflowError e) {
            // Jakarta Mail reads structures by recursion; a mail made for that must not hide the others.
            reopen(tried);
        }
        return structures;
    }

    /** Some servers refuse to show a part of a mail, of which one must not hide the others: such a mail is read whole. */
    private SortedSet<Long> wantedOrUnknown(Structure.Section section, List<Long> uids, MailReader reader, String tried)
            throws TransportException {
        try {
            return wanted(section, uids, reader, tried);
        } catch (TransportException e) {
            if (!isOpen()) {
                throw e;
            }
        }
        SortedSet<Long> worth = new TreeSet<>();
        for (Long uid : uids.size() > 1 ? uids : List.<Long>of()) {
            worth.addAll(wantedOrUnknown(section, List.of(uid), reader, tried));
        }
        return uids.size() > 1 ? worth : new TreeSet<>(uids);
    }

    private SortedSet<Long> wanted(Structure.Section section, List<Long> uids, MailReader reader, String tried)
            throws TransportException {
        SortedSet<Long> wanted = new TreeSet<>();
        if (uids.isEmpty()) {
            return wanted;
        }
        for (FetchResponse told : fetch(set(uids), "BODY.PEEK[" + section.number() + "]<0." + START + ">", tried)) {
            UID its = told.getItem(UID.class);
            BODY body = told.getItem(BODY.class);
            if (its != null && body != null && reader.isWanted(section.encoding(), bytes(body))) {
                wanted.add(its.uid);
            }
        }
        return wanted;
    }

    /** Returns a mail whole; of one that is gone, nothing. */
    public byte[] download(Sight mail, String tried) throws TransportException {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.min(mail.size(), CHUNK));
        int got = CHUNK;
        while (got == CHUNK) {
            got = 0;
            for (FetchResponse told :
                    fetch(String.valueOf(mail.uid()), "BODY.PEEK[]<" + all.size() + "." + CHUNK + ">", tried)) {
                BODY body = told.getItem(BODY.class);
                if (body != null && got == 0) {
                    byte[] chunk = bytes(body);
                    got = chunk.length;
                    all.writeBytes(chunk);
                }
            }
        }
        return all.toByteArray();
    }

    /** Removes mails from the folder for good; where the server cannot do that to some alone, marks them as deleted. */
    public void remove(SortedSet<Long> uids, String tried) throws TransportException {
        for (List<Long> batch : batches(uids)) {
            command("UID STORE " + set(batch) + " +FLAGS.SILENT (\\Deleted)", tried);
            if (can("UIDPLUS", tried)) {
                command("UID EXPUNGE " + set(batch), tried);
            }
        }
    }

    /** Moves mails to another folder, which is made if there is none; what the server cannot move without risk stays. */
    public void move(SortedSet<Long> uids, String to, String tried) throws TransportException {
        if (uids.isEmpty() || (!can("MOVE", tried) && !can("UIDPLUS", tried))) {
            return;
        }
        attempt(tried, () -> {
            Folder target = store.getFolder(to);
            return target.exists() || target.create(Folder.HOLDS_MESSAGES);
        });
        Argument target = new Argument();
        target.writeString(BASE64MailboxEncoder.encode(to));
        for (List<Long> batch : batches(uids)) {
            boolean atOnce = can("MOVE", tried);
            command("UID " + (atOnce ? "MOVE " : "COPY ") + set(batch), target, tried);
            if (!atOnce) {
                remove(new TreeSet<>(batch), tried);
            }
        }
    }

    /** Waits until the server tells of anything; returns at once where it cannot. */
    boolean listen(String tried) throws TransportException {
        if (!can("IDLE", tried)) {
            return false;
        }
        attempt(tried, () -> {
            folder.idle(true);
            return true;
        });
        return true;
    }

    private boolean can(String capability, String tried) throws TransportException {
        return attempt(tried, () -> store.hasCapability(capability));
    }

    private List<FetchResponse> fetch(String uids, String items, String tried) throws TransportException {
        List<FetchResponse> told = new ArrayList<>();
        for (Response response : command("UID FETCH " + uids + " (UID " + items + ")", tried)) {
            if (response instanceof FetchResponse fetched) {
                told.add(fetched);
            }
        }
        return told;
    }

    private Response[] command(String command, String tried) throws TransportException {
        return command(command, null, tried);
    }

    private Response[] command(String command, @Nullable Argument argument, String tried) throws TransportException {
        return attempt(tried, () -> (Response[]) folder.doCommand(protocol -> {
            Response[] responses = protocol.command(command, argument);
            protocol.notifyResponseHandlers(responses);
            protocol.handleResult(responses[responses.length - 1]);
            return responses;
        }));
    }

    private interface Work<T> {
        T run() throws MessagingException;
    }

    private <T> T attempt(String tried, Work<T> work) throws TransportException {
        try {
            return work.run();
        } catch (MessagingException e) {
            throw new MailFailure(line.account().receiving(), tried).of(e);
        }
    }

    private void reopen(String tried) throws TransportException {
        close();
        Mailbox fresh = open(line, name, tried);
        store = fresh.store;
        folder = fresh.folder;
    }

    private static byte[] bytes(BODY body) {
        return body.getByteArray() == null ? new byte[0] : body.getByteArray().getNewBytes();
    }

    private static String set(List<Long> uids) {
        return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<List<Long>> batches(SortedSet<Long> uids) {
        List<Long> all = List.copyOf(uids);
        List<List<Long>> batches = new ArrayList<>();
        for (int at = 0; at < all.size(); at += BATCH) {
            batches.add(all.subList(at, Math.min(all.size(), at + BATCH)));
        }
        return batches;
    }

    /** Tells whether the connection still stands, as far as is known without asking. */
    public boolean isOpen() {
        return store.isConnected() && folder.isOpen();
    }

    @Override
    public void close() {
        leave(store);
    }

    private static void leave(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // It is gone already, which is what was wanted.
            return;
        }
    }
}
