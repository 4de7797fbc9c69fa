package dmhq.transports.email.discovery;

import dmhq.transports.email.MailAddress;
import dmhq.transports.email.MailServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A provider of mail, as the table knows it.
 *
 * @param domains of its addresses, in lower case
 * @param exchanges how the names of the servers end that take in mail for it and for domains that it hosts
 * @param offer its servers; empty exactly for those who let no program in
 * @param page where to make a password, or what the provider says of it
 * @param limit the largest mail in bytes
 * @param remark what else one has to know, in one sentence
 */
public record Provider(
        String name,
        List<String> domains,
        List<String> exchanges,
        Optional<Offer> offer,
        PasswordKind password,
        Optional<URI> page,
        OptionalLong limit,
        Optional<String> remark) {

    /**
     * The servers of a provider.
     *
     * @param byLocal whether it knows its users by what stands before the @, in place of the address
     */
    public record Offer(MailServer receiving, MailServer sending, boolean byLocal) {}

    /** Copies the lists. */
    public Provider {
        domains = List.copyOf(domains);
        exchanges = List.copyOf(exchanges);
    }

    /** Returns the servers for an address, which may be of a domain that the provider hosts. */
    Optional<Servers> servers(MailAddress address) {
        return offer.map(o -> new Servers(
                o.byLocal() && domains.contains(address.domain()) ? address.local() : address.toString(),
                o.receiving(),
                o.sending()));
    }

    /** Says in one line which kind of password the provider wants, and where to make one. */
    public String advice() {
        String wants = switch (password) {
            case OWN ->
                name + " wants the password with which you log in there"
                        + page.map(p -> " (" + p + ")").orElse("") + ".";
            case APP -> name + " wants an app password, which you make for dmhq alone at " + page.orElseThrow() + ".";
            case TOKEN ->
                name + " wants a token of OAuth 2 and takes no password (" + page.orElseThrow()
                        + "): give a command that prints a token, or take another post.";
            case NONE ->
                name + " lets no program in (" + page.orElseThrow() + "): take another address, or another post.";
        };
        return remark.map(r -> wants + " " + r).orElse(wants);
    }
}
