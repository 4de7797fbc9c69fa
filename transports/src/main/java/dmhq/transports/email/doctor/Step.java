package dmhq.transports.email.doctor;

/** What an examination looks at, in this order. */
public enum Step {
    /** The server for sending can be reached. */
    SENDING_REACHED,
    /** The connection to it is encrypted, with who it should be. */
    SENDING_SECURED,
    /** It lets the user in. */
    SENDING_LOGGED_IN,
    /** How large a mail may be. */
    SIZE,
    /** The server for receiving can be reached. */
    RECEIVING_REACHED,
    /** The connection to it is encrypted, with who it should be. */
    RECEIVING_SECURED,
    /** It lets the user in. */
    RECEIVING_LOGGED_IN,
    /** The folders that are used can be opened, or made. */
    FOLDERS,
    /** A mail to oneself is taken. */
    SENT,
    /** It arrives. */
    ARRIVED,
    /** It kept the Message-ID that it was given. */
    MESSAGE_ID,
    /** What was attached to it is the same. */
    UNCHANGED
}
