package dmhq.transports.email.reading;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads mails: takes out what is ours and says what else matters.
 *
 * <p>Only content counts. Whatever type, encoding or name a part claims, wherever it lies (in a forwarded mail, in a mail
 * that is attached as a file, in a {@code winmail.dat}), it is ours if it begins like something of ours. Nothing here
 * throws: what cannot be read is said in {@link ReadMail#objections}.
 */
public final class MailReader {

    /** How many of the first bytes of something decide whether it is ours; of less there may be less. */
    public static final int HEAD = 64;

    private static final int DEEPEST_PACKED = 4;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),:;]{1,64}@[^\\s<>\"(),:;]{1,255}");
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");

    private final Predicate<byte[]> ours;
    private final MailLimits limits;

    /**
     * Makes one.
     *
     * @param ours tells from the first {@link #HEAD} bytes of something whether it is ours
     */
    public MailReader(Predicate<byte[]> ours, MailLimits limits) {
        this.ours = ours;
        this.limits = limits;
    }

    /**
     * Tells whether a part is worth reading: it begins like something of ours, or may hold it.
     *
     * @param encoding how it is said to be written down
     * @param start its first bytes as they travel, a few times {@link #HEAD}
     */
    public boolean isWanted(String encoding, byte[] start) {
        return Stream.of(Decoding.of(encoding), Decoding.guess(start, 0, start.length))
                .distinct()
                .map(decoding -> decoding.decode(start, 0, start.length, HEAD))
                .anyMatch(head -> ours.test(head) || Tnef.is(head));
    }

    /** Tells whether a sender is a program that writes when mails do not arrive. */
    public static boolean isPostmaster(String from) {
        String address = from.toLowerCase(Locale.ROOT);
        return address.startsWith("mailer-daemon") || address.startsWith("postmaster");
    }

    /** Reads a mail. */
    public ReadMail read(byte[] mail) {
        Reading reading = new Reading();
        Optional<String> tooLarge = objectionTo(mail.length);
        if (tooLarge.isPresent()) {
            reading.objections.add(tooLarge.get());
        } else {
            reading.read(mail, 0);
        }
        return reading.result();
    }

    /** Returns why a mail of so many bytes is not even read. */
    public Optional<String> objectionTo(long size) {
        return size <= limits.bytes()
                ? Optional.empty()
                : Optional.of("the mail has " + size + " bytes and is not read; at most " + limits.bytes()
                        + " are: have its sender send one archive in one mail");
    }

    /** What was found so far in one mail and those packed into it. */
    private final class Reading implements MimeScan.Visitor {

        private final List<Attachment> attachments = new ArrayList<>();
        private final Set<ByteBuffer> contents = new LinkedHashSet<>();
        private final List<String> objections = new ArrayList<>();
        private final Bounces bounces = new Bounces();
        private Headers head = new Headers();
        private boolean begun;
        private boolean html;
        private boolean cutOff;
        private int packed;
        private int decoded;
        private int parts;

        void read(byte[] mail, int depth) {
            packed = depth;
            try {
                cutOff |= MimeScan.walk(mail, limits, this) && depth == 0;
            } catch (UnusableMailException e) {
                objections.add(
                        "the mail is set aside, since " + e.reason() + "; have its sender attach the archive anew");
            }
            packed = depth - 1;
        }

        @Override
        public void mail(Headers headers) {
            if (begun) {
                bounces.addReturned(headers);
            } else {
                head = headers;
                begun = true;
            }
        }

        @Override
        public void part(MimePart part) throws UnusableMailException {
            if (++parts > limits.parts()) {
                throw new UnusableMailException("it has more than " + limits.parts() + " parts");
            }
            String type = part.headers().contentType().value();
            bounces.add(part);
            html |= type.equals("text/html");
            Set<Decoding> decodings = new LinkedHashSet<>(List.of(part.declared(), part.guessed()));
            for (Decoding decoding : decodings) {
                byte[] start = part.decode(decoding, HEAD);
                if (ours.test(start)) {
                    keep(part.headers().fileName(), decode(part, decoding));
                    return;
                }
                if (Tnef.is(start)) {
                    unpack(decode(part, decoding));
                    return;
                }
            }
            if (isMail(part, type)) {
                if (packed == DEEPEST_PACKED) {
                    throw new UnusableMailException(
                            "mails are attached to mails in it more than " + DEEPEST_PACKED + " deep");
                }
                read(decode(part, part.declared()), packed + 1);
            }
        }

        private boolean isMail(MimePart part, String type) {
            return type.equals("message/rfc822")
                    || part.headers().fileName().toLowerCase(Locale.ROOT).endsWith(".eml");
        }

        private byte[] decode(MimePart part, Decoding decoding) throws UnusableMailException {
            byte[] bytes = part.decode(decoding, limits.decodedBytes() - decoded + 1);
            decoded += bytes.length;
            if (decoded > limits.decodedBytes()) {
                throw new UnusableMailException("there are more than " + limits.decodedBytes() + " bytes in it");
            }
            return bytes;
        }

        private void unpack(byte[] tnef) {
            int before = attachments.size();
            for (Attachment inside : Tnef.attachments(tnef)) {
                byte[] bytes = inside.bytes();
                if (ours.test(Arrays.copyOf(bytes, Math.min(HEAD, bytes.length)))) {
                    keep(inside.name(), bytes);
                }
            }
            if (attachments.size() == before) {
                objections.add(
                        "Outlook packed what was attached into winmail.dat, and there is no archive to be found in"
                                + " it; have its sender set the mail's format to plain text or HTML and send it again");
            }
        }

        private void keep(String name, byte[] bytes) {
            if (contents.add(ByteBuffer.wrap(bytes))) {
                attachments.add(new Attachment(OneLine.of(name, 300), bytes));
            }
        }

        ReadMail result() {
            if (attachments.isEmpty() && objections.isEmpty() && parts == 1 && html) {
                objections.add(
                        "the mail is HTML alone, with nothing attached; have its sender attach the archive as a file");
            }
            String from = address(head.first("from").orElse(""));
            return new ReadMail(
                    from,
                    DateValue.offset(head.first("date").orElse("")),
                    OneLine.of(head.first("message-id").orElse(""), 500),
                    EncodedWords.decode(head.first("subject").orElse("")),
                    references(),
                    Manners.allowAnswer(head, from),
                    bounces.isReport() ? List.of() : attachments,
                    objections,
                    cutOff,
                    bounces.result(head, from));
        }

        private List<String> references() {
            Set<String> ids = new LinkedHashSet<>();
            for (String field : List.of("in-reply-to", "references")) {
                for (String value : head.all(field)) {
                    Matcher id = ID.matcher(value);
                    while (id.find()) {
                        ids.add(id.group());
                    }
                }
            }
            return List.copyOf(ids);
        }
    }

    private static String address(String from) {
        Matcher found = ADDRESS.matcher(from);
        String last = "";
        while (found.find()) {
            last = found.group();
        }
        return OneLine.isPlain(last) ? last : "";
    }
}
