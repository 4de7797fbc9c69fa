package dmhq.transports.email.discovery;

/** What a domain says of its servers cannot be used; the message says why, as the end of a sentence. */
final class AutoconfigException extends Exception {

    AutoconfigException(String reason) {
        super(reason);
    }
}
