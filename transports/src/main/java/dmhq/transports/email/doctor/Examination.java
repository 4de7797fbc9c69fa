package dmhq.transports.email.doctor;

import dmhq.transports.AddressException;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.discovery.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tries out an account of mail, step by step, and ends with a mail to oneself.
 *
 * <p>That mail is all that it leaves behind; it removes nothing, and marks nothing as read. The password or
 * token is asked for once.
 */
public final class Examination {

    private final MailAccount account;
    private final UsedFolders folders;
    private final MailAddress address;
    private final Optional<Provider> provider;
    private final Circumstances circumstances;

    /**
     * Prepares one.
     *
     * @param folders in which the test mail may arrive, beside the inbox and spam
     * @param provider whose account it is, if that is known, for what it says of passwords and sizes
     * @throws AddressException if the account has an address that mails cannot be sent from
     */
    public Examination(
            MailAccount account, UsedFolders folders, Optional<Provider> provider, Circumstances circumstances)
            throws AddressException {
        this.account = account;
        this.folders = folders;
        this.address = MailAddress.parse(account.address());
        this.provider = provider;
        this.circumstances = circumstances;
    }

    /**
     * Takes every step, and returns a finding for each, in the order of {@link Step}.
     *
     * @param told each finding as soon as it is there
     */
    public List<Finding> examine(Consumer<Finding> told) {
        List<Finding> findings = new ArrayList<>();
        Consumer<Finding> both = finding -> {
            findings.add(finding);
            told.accept(finding);
        };
        Secret secret = new Secret(account.credential().source());
        try (SendingSide sending = new SendingSide(account, provider, circumstances);
                ReceivingSide receiving = new ReceivingSide(account, folders, provider, circumstances)) {
            Chain sent = sending.examine(secret, both);
            Chain received = receiving.examine(secret, both);
            new Reflection(sending, receiving, address, circumstances).examine(Chain.on(both, List.of(sent, received)));
        }
        return List.copyOf(findings);
    }
}
