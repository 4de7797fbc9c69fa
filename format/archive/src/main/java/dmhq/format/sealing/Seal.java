package dmhq.format.sealing;

import static dmhq.format.sealing.SealException.Reason.DAMAGED;
import static dmhq.format.sealing.SealException.Reason.NOT_SEALED;
import static dmhq.format.sealing.SealException.Reason.OTHER_KEY;
import static dmhq.format.sealing.SealException.Reason.TOO_LARGE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dmhq.format.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Closes a whole file to its recipients, or to a passphrase, and opens it again
 * (age-encryption.org/v1, X25519 or scrypt, binary).
 *
 * <p>The file key, the ephemeral keys and the nonce come from the {@code SecureRandom} of the JDK,
 * within the library, so closing the same content twice gives different bytes. Nothing digested can
 * depend on that: digests and signatures are over what is inside a seal, and a parcel that was closed
 * once is stored and sent again as it is.
 */
public final class Seal {

    /** The most recipients one file can be closed to. */
    public static final int MOST_RECIPIENTS = 256;

    /** The work factor that {@code age -p} uses: 256 MiB of memory, and about a second. */
    public static final int USUAL_LOG_N = 18;

    private static final byte[] MAGIC = ascii("age-encryption.org/v1\n");
    private static final byte[] ARMOR = ascii("-----BEGIN AGE ENCRYPTED FILE-----");
    private static final byte[] END_OF_RECIPIENTS = ascii("\n--- ");

    /** Far above 256 recipients of some 100 bytes, far below what makes trying them all a burden. */
    private static final int LONGEST_HEADER = 64 * 1024;

    private Seal() {}

    /** Returns the content closed to every one of the recipients, of whom there is at least one. */
    public static byte[] close(byte[] content, List<SealingRecipient> recipients) {
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("a seal has 1 to " + MOST_RECIPIENTS + " recipients");
        }
        try {
            List<RecipientStanzaWriter> writers = new ArrayList<>();
            for (SealingRecipient recipient : recipients) {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient.toString()));
            }
            return encrypted(content, writers);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has X25519", e);
        }
    }

    /**
     * Returns the content closed to a passphrase, as {@code age -p} does it.
     *
     * @param logN the work factor: trying one passphrase takes 2^logN KiB of memory; {@link #USUAL_LOG_N}
     *     for what leaves the machine
     * @param entropy for the salt
     * @throws SealException if there is not that much memory
     */
    public static byte[] close(byte[] content, Passphrase passphrase, int logN, RandomGenerator entropy)
            throws SealException {
        ScryptStanza.requireBearable(logN, Runtime.getRuntime().maxMemory());
        byte[] salt = new byte[ScryptStanza.SALT_SIZE];
        entropy.nextBytes(salt);
        return encrypted(content, List.of(new ScryptWriter(passphrase, Bytes.of(salt), logN)));
    }

    private static byte[] encrypted(byte[] content, List<RecipientStanzaWriter> writers) {
        var sealed = new ByteArrayOutputStream();
        try (var channel =
                new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(sealed), writers)) {
            channel.write(ByteBuffer.wrap(content));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK has ChaCha20, and memory does not fail", e);
        }
        return sealed.toByteArray();
    }

    /** Tells whether a file begins like a sealed one, armored or not. */
    public static boolean isSealed(byte[] file) {
        return startsWith(file, MAGIC) || startsWith(file, ARMOR);
    }

    /**
     * Returns the content of a sealed file.
     *
     * <p>Refused, each with its own {@link SealException.Reason}: what is no age file; an armored one
     * (dmhq writes and takes the binary form only); one whose recipients do not include the key; one
     * that holds more than {@code limit} bytes; and one in which as much as a bit was changed, cut off
     * or added. Nothing is returned before everything was checked.
     *
     * @throws SealException if the file is refused
     */
    public static byte[] open(byte[] sealed, SealingKey key, int limit) throws SealException {
        return opened(
                sealed, () -> X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key.secretText()), limit);
    }

    /**
     * Returns the content of a file that was closed to a passphrase and nothing else.
     *
     * <p>Refused as by {@link #open(byte[], SealingKey, int)}; a wrong passphrase is {@link
     * SealException.Reason#OTHER_KEY}. A work factor above 22, or one that takes more memory than there
     * is, is refused before anything is tried.
     *
     * @throws SealException if the file is refused
     */
    public static byte[] open(byte[] sealed, Passphrase passphrase, int limit) throws SealException {
        return opened(
                sealed, () -> new ScryptReader(passphrase, Runtime.getRuntime().maxMemory()), limit);
    }

    /** Makes a reader, which may fail in the ways of the library. */
    private interface Reading {
        RecipientStanzaReader reader() throws GeneralSecurityException;
    }

    private static byte[] opened(byte[] sealed, Reading reading, int limit) throws SealException {
        if (startsWith(sealed, ARMOR)) {
            throw new SealException(
                    NOT_SEALED, "it is armored text; expected a binary age file, as made without 'age --armor'");
        }
        if (!startsWith(sealed, MAGIC)) {
            throw new SealException(NOT_SEALED, "expected a file that begins with 'age-encryption.org/v1'");
        }
        if (!hasBoundedHeader(sealed)) {
            throw new SealException(DAMAGED, "its list of recipients has no end");
        }
        byte[] content = decrypted(sealed, reading, limit);
        if (content.length > limit) {
            throw new SealException(TOO_LARGE, "it holds more than " + limit + " bytes");
        }
        return content;
    }

    /** Stops one byte after the limit, which is enough to know. */
    private static byte[] decrypted(byte[] sealed, Reading reading, int limit) throws SealException {
        try {
            var file = Channels.newChannel(new ByteArrayInputStream(sealed));
            var readers = List.of(reading.reader());
            try (var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(file, readers);
                    var content = Channels.newInputStream(channel)) {
                return content.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
            }
        } catch (ScryptReader.Refused e) {
            throw e.refusal();
        } catch (UnsupportedRecipientStanzaException e) {
            throw new SealException(OTHER_KEY, "it is not sealed to this key, or its list of recipients is damaged");
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // The library answers some cut-off files with unchecked exceptions of buffers and codecs.
            // Its own sentences tell of counters and bytes, which help no player.
            throw new SealException(DAMAGED, "it was cut off or changed after it was closed");
        }
    }

    private static boolean hasBoundedHeader(byte[] sealed) {
        int last = Math.min(sealed.length, LONGEST_HEADER) - END_OF_RECIPIENTS.length;
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(
                    sealed, at, at + END_OF_RECIPIENTS.length, END_OF_RECIPIENTS, 0, END_OF_RECIPIENTS.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
