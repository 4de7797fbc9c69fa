package dmhq.transports.email.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One pass over the lines of a mail that finds its parts, at any depth, without recursion.
 *
 * <p>A delimiter of an outer multipart ends all that is open within it, so that what lacks its end does no harm to the
 * rest. A multipart that names no delimiter gets the first line that looks like one.
 */
final class MimeScan {

    /** Is told of what is found, in order. */
    interface Visitor {

        /** The head of a mail: the first is that of the whole, others are of mails within it. */
        void mail(Headers headers);

        /** A part without parts. */
        void part(MimePart part) throws UnusableMailException;
    }

    private enum State {
        HEAD,
        BODY,
        BETWEEN
    }

    private static final Pattern LOOKS_LIKE_DELIMITER = Pattern.compile("--[^\\s-].{0,80}");
    private static final int LONGEST_DELIMITER = 1_000;

    private final byte[] mail;
    private final MailLimits limits;
    private final Visitor visitor;

    private final List<String> delimiters = new ArrayList<>();
    private final ArrayDeque<String> head = new ArrayDeque<>();
    private State state = State.HEAD;
    private boolean headOfMail = true;
    private Headers headers = new Headers();
    private int headBytes;
    private int bodyFrom;
    private int parts = 1;

    private MimeScan(byte[] mail, MailLimits limits, Visitor visitor) {
        this.mail = mail;
        this.limits = limits;
        this.visitor = visitor;
    }

    /**
     * Walks through a mail.
     *
     * @return whether a part of a multipart has no end: the mail may be cut off
     * @throws UnusableMailException if it breaks a limit; what came before was told
     */
    static boolean walk(byte[] mail, MailLimits limits, Visitor visitor) throws UnusableMailException {
        return new MimeScan(mail, limits, visitor).run();
    }

    private boolean run() throws UnusableMailException {
        int at = 0;
        while (at < mail.length) {
            int next = Decoding.nextLine(mail, at, mail.length);
            if (!isDelimiter(at, next)) {
                read(at, next);
            }
            at = next;
        }
        boolean open = state != State.BETWEEN && !delimiters.isEmpty();
        endEntity(mail.length);
        return open;
    }

    private void read(int at, int next) throws UnusableMailException {
        if (state != State.HEAD) {
            return;
        }
        headBytes += next - at;
        if (headBytes > limits.headerBytes()) {
            throw new UnusableMailException("the head of a part has more than " + limits.headerBytes() + " bytes");
        }
        String line = Headers.text(mail, at, withoutLineEnd(at, next));
        if (line.isEmpty()) {
            endHead(next);
        } else if ((line.charAt(0) == ' ' || line.charAt(0) == '\t') && !head.isEmpty()) {
            head.addLast(line);
        } else if (line.indexOf(':') > 0) {
            addField();
            head.addLast(line);
        } else if (headBytes > next - at || !line.matches(">?From .*")) {
            endHead(at);
        }
    }

    private void addField() {
        headers.add(String.join("", head));
        head.clear();
    }

    private void endHead(int bodyAt) throws UnusableMailException {
        addField();
        if (headOfMail) {
            visitor.mail(headers);
        }
        HeaderValue type = headers.contentType();
        boolean asItIs = Decoding.of(headers.first("content-transfer-encoding").orElse("")) == Decoding.NONE;
        if (type.value().startsWith("multipart/")) {
            if (delimiters.size() == limits.depth()) {
                throw new UnusableMailException("its parts lie more than " + limits.depth() + " deep in each other");
            }
            delimiters.add(type.parameter("boundary").stripTrailing());
            state = State.BETWEEN;
        } else if (type.value().equals("message/rfc822") && asItIs) {
            startHead(true);
        } else {
            bodyFrom = bodyAt;
            state = State.BODY;
        }
    }

    private void startHead(boolean ofMail) throws UnusableMailException {
        if (parts == limits.parts()) {
            throw new UnusableMailException("it has more than " + limits.parts() + " parts");
        }
        parts++;
        headers = new Headers();
        headBytes = 0;
        headOfMail = ofMail;
        state = State.HEAD;
    }

    private void endEntity(int at) throws UnusableMailException {
        if (state == State.HEAD) {
            endHead(at);
        }
        if (state == State.BODY) {
            visitor.part(new MimePart(headers, new MimePart.MailBytes(mail), bodyFrom, bodyEnd(at)));
        }
        state = State.BETWEEN;
    }

    /** The end of a line before a delimiter belongs to the delimiter. */
    private int bodyEnd(int at) {
        return at == mail.length ? at : Math.max(withoutLineEnd(bodyFrom, at), bodyFrom);
    }

    private int withoutLineEnd(int from, int to) {
        int end = to > from && mail[to - 1] == '\n' ? to - 1 : to;
        return end > from && mail[end - 1] == '\r' ? end - 1 : end;
    }

    private boolean isDelimiter(int at, int next) throws UnusableMailException {
        if (delimiters.isEmpty() || next - at > LONGEST_DELIMITER || !Decoding.startsWith(mail, at, next, "--")) {
            return false;
        }
        String line = Headers.text(mail, at, next).stripTrailing();
        int last = delimiters.size() - 1;
        if (state == State.BETWEEN
                && delimiters.get(last).isEmpty()
                && LOOKS_LIKE_DELIMITER.matcher(line).matches()) {
            delimiters.set(last, line.substring(2));
        }
        for (int i = last; i >= 0; i--) {
            String delimiter = delimiters.get(i);
            int more = line.length() - 2 - delimiter.length();
            boolean closes = more == 2 && line.endsWith("--");
            if ((closes || more == 0) && !delimiter.isEmpty() && line.startsWith(delimiter, 2)) {
                endEntity(at);
                delimiters.subList(closes ? i : i + 1, delimiters.size()).clear();
                if (!closes) {
                    startHead(false);
                }
                return true;
            }
        }
        return false;
    }
}
