package dmhq.transports.email.discovery;

/** What a provider wants from a program that logs in for somebody. */
public enum PasswordKind {
    /** The password with which the person logs in, too. */
    OWN,
    /** A password made for one program, and no other. */
    APP,
    /** A token of OAuth 2, and no password. */
    TOKEN,
    /** Nothing helps; programs are not let in. */
    NONE
}
