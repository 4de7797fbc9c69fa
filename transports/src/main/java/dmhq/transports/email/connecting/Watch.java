package dmhq.transports.email.connecting;

import dmhq.transports.TransportException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits for new mails: has the server tell (IMAP IDLE), asked anew before a router on the way forgets the connection, and
 * looks for itself each time.
 */
public final class Watch {

    private static final String TRIED = "wait for mails";

    private final MailLine line;
    private final String folder;
    private final Duration every;

    /**
     * Makes one.
     *
     * @param every how long the server is trusted to tell, before it is looked for; less than five minutes, after which
     *     many routers forget a connection
     */
    public Watch(MailLine line, String folder, Duration every) {
        this.line = line;
        this.folder = folder;
        this.every = every;
    }

    /**
     * Waits until there is a mail that was not there before; returns at once if there is one already.
     *
     * @param validity of the folder when it was looked at
     * @param next the first UID that had not been given away then
     * @return whether there is one, or else the time is over
     * @throws InterruptedException if the thread is interrupted, which ends the connection at once
     */
    public boolean await(long validity, long next, Duration longest) throws TransportException, InterruptedException {
        try (HeldSockets sockets = new HeldSockets(line.tls())) {
            AtomicReference<@Nullable Mailbox> listening = new AtomicReference<>();
            FutureTask<Boolean> task =
                    new FutureTask<>(() -> watch(line.with(sockets, every), listening, validity, next));
            Thread thread = new Thread(task, "waits for mails");
            thread.setDaemon(true);
            thread.start();
            try {
                return outcome(task, listening, longest);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TransportException failure) {
                    throw failure;
                }
                throw new IllegalStateException("waiting for mails broke", e);
            } finally {
                thread.interrupt();
            }
        }
    }

    /** What reads what a server tells hears nothing of time, so that it is woken from here. */
    private boolean outcome(FutureTask<Boolean> task, AtomicReference<@Nullable Mailbox> listening, Duration longest)
            throws ExecutionException, InterruptedException {
        Duration left = longest;
        while (true) {
            Duration some = left.compareTo(every) < 0 ? left : every;
            try {
                return task.get(some.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                left = left.minus(some);
                if (left.isZero()) {
                    return false;
                }
                Mailbox mailbox = listening.get();
                if (mailbox != null) {
                    mailbox.wake();
                }
            }
        }
    }

    private boolean watch(MailLine held, AtomicReference<@Nullable Mailbox> listening, long validity, long next)
            throws TransportException, InterruptedException {
        try (Mailbox mailbox = Mailbox.open(held, folder, Mailbox.Access.LOOK, TRIED)) {
            listening.set(mailbox);
            while (mailbox.validity(TRIED) == validity
                    && mailbox.from(next, TRIED).isEmpty()) {
                if (!mailbox.listen(TRIED)) {
                    Thread.sleep(every.toMillis());
                }
            }
            return true;
        }
    }
}
