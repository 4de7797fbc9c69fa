package dmhq.transports.email.reading;

/** A mail is not read any further; the message says why, as the end of a sentence about it. */
final class UnusableMailException extends Exception {

    UnusableMailException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
