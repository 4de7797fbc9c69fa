package dmhq.transports.email.post;

/** Is told of a look through many mails before it begins, as a person may wait for its end. */
@FunctionalInterface
public interface LongLook {

    /**
     * Is told.
     *
     * @param mails how many there are to be looked at
     * @param folder of the account in which they lie
     */
    void begins(int mails, String folder);
}
