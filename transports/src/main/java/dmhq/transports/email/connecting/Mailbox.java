package dmhq.transports.email.connecting;

import dmhq.transports.TransportException;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * One folder of mails at a server, open. Mails are named by their UID and looked at without being marked as read.
 *
 * <p>Commands are written out here rather than left to Jakarta Mail's folders, which number mails anew whenever another
 * program removes one, and ask the server for each mail by itself.
 */
public final class Mailbox implements AutoCloseable {

    /** A day as IMAP has it (RFC 3501, 9). */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    private static final int BATCH = 200;
    private static final int CHUNK = 2 << 20;
    private static final int LARGEST = MailLimits.USUAL.bytes();
    private static final int START = 4 * MailReader.HEAD;

    /** What is meant to be done in it. */
    public enum Access {
        /** Nothing is changed, not even marks. */
        LOOK,
        /** Mails may be removed or moved. */
        CHANGE
    }

    private final MailLine line;
    private final String name;
    private final Access access;
    private OpenFolder folder;
    private long highest;

    private Mailbox(MailLine line, String name, Access access, OpenFolder folder) {
        this.line = line;
        this.name = name;
        this.access = access;
        this.folder = folder;
    }

    /**
     * Connects to the server that receives, and opens a folder.
     *
     * @throws TransportException if that fails, or there is no such folder
     */
    public static Mailbox open(MailLine line, String name, Access access, String tried) throws TransportException {
        return new Mailbox(line, name, access, OpenFolder.open(line, name, access, tried));
    }

    /** Returns the name of the folder. */
    public String name() {
        return name;
    }

    /** Returns the number that changes when the UIDs of before mean nothing any more. */
    public long validity(String tried) throws TransportException {
        return folder.validity(tried);
    }

    /** Returns the UID that the next mail will get, as far as is known, or less than 1 if the server does not tell. */
    public long next(String tried) throws TransportException {
        long told = folder.next(tried);
        return told < 1 ? told : Math.max(told, highest + 1);
    }

    /** Returns the mails from a UID on, in the order of their UIDs. */
    public List<Sight> from(long uid, String tried) throws TransportException {
        List<Sight> sights = sights(uid + ":*", uid, Long.MAX_VALUE, tried);
        if (!sights.isEmpty()) {
            highest = Math.max(highest, sights.get(sights.size() - 1).uid());
        }
        return sights;
    }

    /** Returns the mails from a UID on whose UIDs are below another, in their order. */
    public List<Sight> between(long uid, long below, String tried) throws TransportException {
        return uid < below ? sights(uid + ":" + (below - 1), uid, below, tried) : List.of();
    }

    private List<Sight> sights(String uids, long from, long below, String tried) throws TransportException {
        SortedMap<Long, Sight> sights = new TreeMap<>();
        for (FetchResponse told : folder.fetch(uids, "FLAGS RFC822.SIZE", tried)) {
            UID its = told.getItem(UID.class);
            // The last mail is always told of, whatever its UID (RFC 3501, 6.4.8).
            if (its != null && its.uid >= from && its.uid < below) {
                Answers answers = new Answers(told);
                sights.put(its.uid, new Sight(its.uid, answers.size(), answers.isDeleted()));
            }
        }
        return List.copyOf(sights.values());
    }

    /**
     * Returns the UID of the first mail, of those below a UID, that the server has had since a day; that UID itself if
     * there is none, and 1 if the server does not say.
     */
    public long firstSince(LocalDate day, long below, String tried) throws TransportException {
        try {
            long first = below;
            for (long uid : folder.search("UID 1:" + (below - 1) + " SINCE " + DAY.format(day), tried)) {
                first = uid < 1 ? first : Math.min(first, uid);
            }
            return first;
        } catch (TransportException e) {
            if (!isOpen()) {
                throw e;
            }
            return 1;
        }
    }

    /** Returns which of these mails are still there and not marked to be deleted. */
    public SortedSet<Long> present(SortedSet<Long> uids, String tried) throws TransportException {
        SortedSet<Long> present = new TreeSet<>();
        for (List<Long> batch : batches(uids)) {
            for (FetchResponse told : folder.fetch(set(batch), "FLAGS", tried)) {
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
            for (FetchResponse told : folder.fetch(set(uids), "ENVELOPE BODYSTRUCTURE", tried)) {
                UID its = told.getItem(UID.class);
                if (its != null && structures.containsKey(its.uid)) {
                    structures.put(
                            its.uid, Structure.of(told.getItem(BODYSTRUCTURE.class), told.getItem(ENVELOPE.class)));
                }
            }
        } catch (StackOverflowError e) {
            // Jakarta Mail reads structures by recursion; a mail made for that must not hide the others.
            folder.close();
            folder = OpenFolder.open(line, name, access, tried);
        } catch (TransportException e) {
            if (!isOpen()) {
                throw e;
            }
            for (Long uid : uids.size() > 1 ? uids : List.<Long>of()) {
                structures.putAll(structures(List.of(uid), tried));
            }
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
        for (FetchResponse told :
                folder.fetch(set(uids), "BODY.PEEK[" + section.number() + "]<0." + START + ">", tried)) {
            UID its = told.getItem(UID.class);
            BODY body = told.getItem(BODY.class);
            if (its != null && body != null && reader.isWanted(section.encoding(), bytes(body))) {
                wanted.add(its.uid);
            }
        }
        return wanted;
    }

    /**
     * Returns a mail whole, or of one larger than any that is read, a part that is too large; of one that is gone, nothing.
     *
     * @throws TransportException of this alone if the connection stands and the server does not hand over this mail
     */
    public byte[] download(Sight mail, String tried) throws TransportException {
        return download(mail, "", tried);
    }

    /** Returns the head of a mail, as {@link #download} does. */
    public byte[] head(Sight mail, String tried) throws TransportException {
        return download(mail, "HEADER", tried);
    }

    /** Tells whether a server that did not hand over a mail has said that this is so for now. */
    public static boolean isForNow(TransportException failure) {
        return MailFailure.TEMPORARY
                .matcher(String.valueOf(failure.getMessage()))
                .find();
    }

    private byte[] download(Sight mail, String section, String tried) throws TransportException {
        try {
            return all(mail, section, tried);
        } catch (TransportException e) {
            throw isOpen() ? e.ofThisAlone() : e;
        }
    }

    private byte[] all(Sight mail, String section, String tried) throws TransportException {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.min(Math.max(mail.size(), 0), LARGEST));
        int got = CHUNK;
        while (got == CHUNK && all.size() <= LARGEST) {
            got = 0;
            String chunk = "BODY.PEEK[" + section + "]<" + all.size() + "." + CHUNK + ">";
            for (FetchResponse told : folder.fetch(String.valueOf(mail.uid()), chunk, tried)) {
                BODY body = told.getItem(BODY.class);
                if (body != null && got == 0) {
                    byte[] bytes = bytes(body);
                    got = bytes.length;
                    all.writeBytes(bytes);
                }
            }
        }
        return all.toByteArray();
    }

    /** Removes mails from the folder for good; where the server cannot do that to some alone, marks them as deleted. */
    public void remove(SortedSet<Long> uids, String tried) throws TransportException {
        for (List<Long> batch : batches(uids)) {
            folder.command("UID STORE " + set(batch) + " +FLAGS.SILENT (\\Deleted)", tried);
            if (folder.can("UIDPLUS", tried)) {
                folder.command("UID EXPUNGE " + set(batch), tried);
            }
        }
    }

    /** Tells whether there is a folder of that name beside this one. */
    public boolean has(String other, String tried) throws TransportException {
        return folder.has(other, tried);
    }

    /** Tells whether the server can move mails without the risk to lose one. */
    public boolean canMove(String tried) throws TransportException {
        return folder.can("MOVE", tried) || folder.can("UIDPLUS", tried);
    }

    /** Moves mails to another folder, which is made if there is none; what the server cannot move without risk stays. */
    public void move(SortedSet<Long> uids, String to, String tried) throws TransportException {
        if (uids.isEmpty() || !canMove(tried)) {
            return;
        }
        folder.make(to, tried);
        Argument target = new Argument();
        target.writeString(BASE64MailboxEncoder.encode(to));
        for (List<Long> batch : batches(uids)) {
            boolean atOnce = folder.can("MOVE", tried);
            folder.command("UID " + (atOnce ? "MOVE " : "COPY ") + set(batch), target, tried);
            if (!atOnce) {
                remove(new TreeSet<>(batch), tried);
            }
        }
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
        return folder.isOpen();
    }

    /** Waits until the server tells of anything; returns at once where it cannot. */
    boolean listen(String tried) throws TransportException {
        return folder.listen(tried);
    }

    /** Ends {@link #listen} of another thread. */
    void wake() {
        folder.wake();
    }

    @Override
    public void close() {
        folder.close();
    }
}
