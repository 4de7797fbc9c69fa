package dmhq.transports.email.discovery;

import dmhq.transports.email.MailAddress;
import java.util.List;
import java.util.Optional;

/**
 * What could be found out about an address.
 *
 * @param origin who named the servers
 * @param servers empty if the provider lets no program in, or nobody knows a server
 * @param provider if the table knows it
 * @param doubt in one sentence, why a person should agree to the servers before a password goes to them
 * @param passedOver what was asked before in vain, or left out, each in one sentence
 */
public record FoundServers(
        MailAddress address,
        Origin origin,
        Optional<Servers> servers,
        Optional<Provider> provider,
        PasswordKind password,
        Optional<String> doubt,
        List<String> passedOver) {

    /** Who named the servers. */
    public enum Origin {
        /** The table that comes with dmhq. */
        TABLE,
        /** The domain, by a file on its web server. */
        AUTOCONFIG,
        /** The domain, by records of its name servers (SRV). */
        SERVICE_RECORDS,
        /** The table, for the provider whose servers take in the mail of the domain (MX). */
        EXCHANGE,
        /** Nobody: they have the names that such servers often have. */
        GUESS
    }

    /** Copies the list. */
    public FoundServers {
        passedOver = List.copyOf(passedOver);
    }

    /** Says in one line where the servers are, and who says so. */
    public String sentence() {
        if (servers.isEmpty()) {
            return provider.map(p -> p.name() + " has no servers for programs.")
                    .orElse("No server of mail is known for " + address.domain()
                            + ": ask who runs it for its servers for IMAP and SMTP.");
        }
        Servers found = servers.get();
        return "Receiving at " + found.receiving() + ", sending at " + found.sending() + ", as " + found.user() + ", "
                + switch (origin) {
                    case TABLE -> "as dmhq's table says.";
                    case AUTOCONFIG -> "as " + address.domain() + " says.";
                    case SERVICE_RECORDS -> "as the name servers of " + address.domain() + " say.";
                    case EXCHANGE ->
                        "since "
                                + provider.map(Provider::name).orElse("another provider") + " takes in the mail of "
                                + address.domain() + ".";
                    case GUESS -> "which is a guess.";
                };
    }

    /** Says in one line which kind of password is wanted, and where to make one. */
    public String advice() {
        if (provider.isPresent()) {
            return provider.get().advice();
        }
        return password == PasswordKind.TOKEN
                ? address.domain() + " wants a token of OAuth 2 and takes no password: give a command that prints a"
                        + " token, or take another post."
                : address.domain() + " wants the password of your mail account, or an app password if its pages"
                        + " speak of one.";
    }
}
