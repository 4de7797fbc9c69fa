package dmhq.transports.email.connecting;

import dmhq.transports.email.reading.MailReader;
import dmhq.transports.email.writing.MessageIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a mail may be worth a look, by what the server tells of it without sending it.
 *
 * <p>Text that is written as text and has no name is the one thing that is not looked at; whatever else a part claims to
 * be, its first bytes decide. A mail whose parts are not told, or go too deep, is worth being read whole.
 *
 * @param whole that the mail is read whatever its parts are like
 * @param sections the parts to look at, as IMAP numbers them, with the way they are written down
 */
record Structure(boolean whole, List<Section> sections) {

    private static final int DEEPEST = 32;
    private static final int MOST = 200;

    record Section(String number, String encoding) implements Comparable<Section> {

        @Override
        public int compareTo(Section other) {
            return Comparator.comparing(Section::number)
                    .thenComparing(Section::encoding)
                    .compare(this, other);
        }
    }

    static Structure of(@Nullable BODYSTRUCTURE structure, @Nullable ENVELOPE envelope) {
        if (structure == null || MailReader.isPostmaster(from(envelope)) || MessageIds.isOurs(replyTo(envelope))) {
            return new Structure(true, List.of());
        }
        List<Section> sections = new ArrayList<>();
        boolean whole = !gather(structure, structure.isMulti() ? "" : "1", 0, sections);
        return new Structure(whole, sections);
    }

    /** Returns whether looking at the sections is enough. */
    private static boolean gather(BODYSTRUCTURE part, String number, int depth, List<Section> sections) {
        if (depth > DEEPEST || sections.size() > MOST) {
            return false;
        }
        if (part.isMulti() || part.isNested()) {
            if (part.isMulti() && lower(part.subtype).equals("report")) {
                return false;
            }
            BODYSTRUCTURE[] within = part.bodies == null ? new BODYSTRUCTURE[0] : part.bodies;
            for (int i = 0; i < within.length; i++) {
                // The one body of a mail in a mail has no number of its own unless it is a single part.
                boolean sole = part.isNested() && within[i].isMulti();
                String below = sole ? number : (number.isEmpty() ? "" : number + ".") + (i + 1);
                if (!gather(within[i], below, depth + 1, sections)) {
                    return false;
                }
            }
            return !part.isNested() || within.length > 0;
        }
        String name = lower(name(part));
        if (lower(part.type).equals("message") || name.endsWith(".eml")) {
            return false;
        }
        boolean asText = lower(part.type).equals("text")
                && name.isEmpty()
                && !lower(part.encoding).equals("base64")
                && !lower(part.encoding).contains("uue");
        if (!asText) {
            sections.add(new Section(number, lower(part.encoding)));
        }
        return true;
    }

    private static String name(BODYSTRUCTURE part) {
        String named = part.dParams == null ? null : part.dParams.get("filename");
        String typed = part.cParams == null ? null : part.cParams.get("name");
        return named != null ? named : typed != null ? typed : "";
    }

    private static String from(@Nullable ENVELOPE envelope) {
        return envelope == null || envelope.from == null || envelope.from.length == 0
                ? ""
                : String.valueOf(envelope.from[0].getAddress());
    }

    private static String replyTo(@Nullable ENVELOPE envelope) {
        return envelope == null || envelope.inReplyTo == null ? "" : envelope.inReplyTo;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
