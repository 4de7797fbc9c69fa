package dmhq.transports.email.connecting;

import dmhq.transports.TransportException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** One folder at a server of IMAP, and commands to it as the protocol has them. */
final class OpenFolder implements AutoCloseable {

    private final MailLine line;
    private final IMAPStore store;
    private final IMAPFolder folder;

    private OpenFolder(MailLine line, IMAPStore store, IMAPFolder folder) {
        this.line = line;
        this.store = store;
        this.folder = folder;
    }

    static OpenFolder open(MailLine line, String name, Mailbox.Access access, String tried) throws TransportException {
        IMAPStore store = line.connect(
                "imap",
                line.account().receiving(),
                tried,
                (session, protocol) -> new ImapServer(session, new URLName(protocol, null, -1, null, null, null)));
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(name);
            folder.open(access == Mailbox.Access.LOOK ? Folder.READ_ONLY : Folder.READ_WRITE);
            return new OpenFolder(line, store, folder);
        } catch (MessagingException e) {
            leave(store);
            throw new MailFailure(line.account().receiving(), tried).of(e);
        }
    }

    long validity(String tried) throws TransportException {
        return attempt(tried, folder::getUIDValidity);
    }

    /** Returns the UID that the next mail was going to get when the folder was opened. */
    long next(String tried) throws TransportException {
        return attempt(tried, folder::getUIDNext);
    }

    /** Tells whether there is another folder of that name. */
    boolean has(String other, String tried) throws TransportException {
        return attempt(tried, () -> store.getFolder(other).exists());
    }

    /** Makes another folder, unless there is one. */
    void make(String other, String tried) throws TransportException {
        attempt(tried, () -> {
            Folder target = store.getFolder(other);
            return target.exists() || target.create(Folder.HOLDS_MESSAGES);
        });
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

    /** Ends {@link #listen} of another thread: whatever else is asked, the server has to stop telling first (RFC 2177). */
    void wake() {
        folder.isOpen();
    }

    boolean can(String capability, String tried) throws TransportException {
        return attempt(tried, () -> store.hasCapability(capability));
    }

    List<FetchResponse> fetch(String uids, String items, String tried) throws TransportException {
        List<FetchResponse> told = new ArrayList<>();
        for (Response response : command("UID FETCH " + uids + " (UID " + items + ")", tried)) {
            if (response instanceof FetchResponse fetched) {
                told.add(fetched);
            }
        }
        return told;
    }

    /** Returns the UIDs that a search finds. */
    List<Long> search(String criteria, String tried) throws TransportException {
        List<Long> found = new ArrayList<>();
        for (Response response : command("UID SEARCH " + criteria, tried)) {
            if (response instanceof IMAPResponse told && told.keyEquals("SEARCH")) {
                for (long uid = told.readLong(); uid >= 0; uid = told.readLong()) {
                    found.add(uid);
                }
            }
        }
        return found;
    }

    Response[] command(String command, String tried) throws TransportException {
        return command(command, null, tried);
    }

    Response[] command(String command, @Nullable Argument argument, String tried) throws TransportException {
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

    boolean isOpen() {
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
