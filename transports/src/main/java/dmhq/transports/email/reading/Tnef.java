package dmhq.transports.email.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What Outlook packs into {@code winmail.dat} when it believes the recipient to have Outlook too (MS-OXTNEF).
 *
 * <p>A signature and a key, then attributes: a level, an id, a length, so many bytes, a checksum. Attachments are those
 * of one id; all else is passed over.
 */
final class Tnef {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int ATTACH_TITLE = 0x00018010;
    private static final int ATTACH_DATA = 0x0006800F;

    private Tnef() {}

    static boolean is(byte[] head) {
        return head.length >= 6
                && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt() == SIGNATURE;
    }

    /** Returns the attachments that lie in it whole, as far as it can be followed. */
    static List<Attachment> attachments(byte[] packed) {
        List<Attachment> found = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        in.position(6);
        byte[] data = new byte[0];
        boolean open = false;
        while (in.remaining() >= 9) {
            in.get();
            int id = in.getInt();
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                break;
            }
            byte[] content = id == ATTACH_TITLE || id == ATTACH_DATA ? new byte[length] : new byte[0];
            in.get(in.position(), content);
            in.position(Math.min(in.limit(), in.position() + length + 2));
            if (id == ATTACH_DATA) {
                if (open) {
                    found.add(new Attachment("", data));
                }
                data = content;
                open = true;
            } else if (id == ATTACH_TITLE && open) {
                found.add(new Attachment(name(content), data));
                open = false;
            }
        }
        if (open) {
            found.add(new Attachment("", data));
        }
        return found;
    }

    private static String name(byte[] title) {
        String text = Text.guessed(title);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
