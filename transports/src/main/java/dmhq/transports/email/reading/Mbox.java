package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Mails one after the other in a stream. A mail begins with a line "From " and a date, or nothing, that follows an empty
 * line; other lines that begin so are text.
 */
final class Mbox {

    private static final int LONGEST_PIECE = 8 << 10;
    private static final Pattern BEGIN = Pattern.compile("From (?:.*(?:\\d\\d:\\d\\d|\\b\\d{4}\\b).*)?[\r\n]*");

    private final InputStream in;
    private final String name;
    private final MailLimits limits;
    private final MailFiles.Visitor visitor;

    private final byte[] piece = new byte[LONGEST_PIECE];
    private ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private boolean tooLarge;
    private int number;

    Mbox(InputStream in, String name, MailLimits limits, MailFiles.Visitor visitor) {
        this.in = in;
        this.name = name;
        this.limits = limits;
        this.visitor = visitor;
    }

    void read() throws IOException {
        boolean lineBegins = true;
        boolean afterEmpty = true;
        for (int length = nextPiece(); length > 0; length = nextPiece()) {
            boolean lineEnds = piece[length - 1] == '\n';
            if (lineBegins && afterEmpty && isBegin(length)) {
                finish();
                number++;
            } else if (number > 0) {
                add(length);
            }
            afterEmpty = lineBegins && lineEnds && (length == 1 || (length == 2 && piece[0] == '\r'));
            lineBegins = lineEnds;
        }
        finish();
    }

    private boolean isBegin(int length) {
        return Decoding.startsWith(piece, 0, length, "From ")
                && BEGIN.matcher(new String(piece, 0, length, ISO_8859_1)).matches();
    }

    /** Reads to the end of a line, or as far as there is room; returns how much that is. */
    private int nextPiece() throws IOException {
        int length = 0;
        while (length < piece.length) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            piece[length++] = (byte) next;
            if (next == '\n') {
                break;
            }
        }
        return length;
    }

    private void add(int length) {
        tooLarge |= mail.size() + length > limits.bytes();
        if (tooLarge) {
            mail = new ByteArrayOutputStream();
        } else {
            mail.write(piece, 0, length);
        }
    }

    private void finish() throws IOException {
        String place = name + ", mail " + number;
        if (tooLarge) {
            visitor.tooLarge(place);
        } else if (number > 0) {
            visitor.mail(place, mail.toByteArray());
        }
        mail = new ByteArrayOutputStream();
        tooLarge = false;
    }
}
