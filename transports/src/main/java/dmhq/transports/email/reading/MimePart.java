package dmhq.transports.email.reading;

/** One part that holds no other parts: its head, and where its body lies in the mail. */
record MimePart(Headers headers, MailBytes mail, int from, int to) {

    /** The bytes in which it lies, held without a copy. */
    static final class MailBytes {

        private final byte[] bytes;

        MailBytes(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    Decoding declared() {
        return Decoding.of(headers.first("content-transfer-encoding").orElse(""));
    }

    Decoding guessed() {
        return Decoding.guess(mail.bytes, from, to);
    }

    byte[] decode(Decoding decoding, int longest) {
        return decoding.decode(mail.bytes, from, to, longest);
    }

    /** Returns its text, as far as so many bytes. */
    String text(int longest) {
        return Text.decode(decode(declared(), longest), headers.contentType().parameter("charset"));
    }
}
