package dmhq.transports.email.discovery;

import dmhq.transports.email.MailAddress;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a domain says of its servers (draft-ietf-mailmaint-autoconfig), as far as it can be used.
 *
 * @param passedOver servers that were left out, each with the reason in one sentence
 */
record Autoconfig(Servers servers, PasswordKind password, List<String> passedOver) {

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern UNFILLED = Pattern.compile("%[A-Z]+%");

    /**
     * Reads the file of a domain for an address of it, and takes the first server for each way, those that
     * are encrypted from the first byte before the others.
     *
     * @throws AutoconfigException if there is no server for one of the ways that can be used
     */
    static Autoconfig read(byte[] file, MailAddress address) throws AutoconfigException {
        List<AutoconfigXml.Listed> listed = AutoconfigXml.read(file);
        List<String> passedOver = new ArrayList<>();
        Usable receiving = best(listed, AutoconfigXml.Way.IMAP, address, passedOver);
        Usable sending = best(listed, AutoconfigXml.Way.SMTP, address, passedOver);
        if (!receiving.user().equals(sending.user())) {
            passedOver.add(sending.server() + " is given another user than " + receiving.server()
                    + "; that of the latter is taken for both.");
        }
        return new Autoconfig(
                new Servers(receiving.user(), receiving.server(), sending.server()),
                receiving.tokenOnly() || sending.tokenOnly() ? PasswordKind.TOKEN : PasswordKind.OWN,
                List.copyOf(passedOver));
    }

    private record Usable(MailServer server, String user, boolean tokenOnly) {}

    private static Usable best(
            List<AutoconfigXml.Listed> listed, AutoconfigXml.Way way, MailAddress address, List<String> passedOver)
            throws AutoconfigException {
        List<Usable> usable = new ArrayList<>();
        for (AutoconfigXml.Listed server : listed) {
            if (server.way() == way) {
                usable(server, address, passedOver).ifPresent(usable::add);
            }
        }
        return usable.stream()
                .min(Comparator.comparing(u -> u.server().security()))
                .orElseThrow(() -> new AutoconfigException("names no encrypted server for " + way));
    }

    private static Optional<Usable> usable(AutoconfigXml.Listed listed, MailAddress address, List<String> passedOver) {
        String host = filled(listed.host(), address).toLowerCase(Locale.ROOT);
        String user = filled(listed.user().isEmpty() ? "%EMAILADDRESS%" : listed.user(), address);
        Optional<Security> security = security(listed.socket());
        Optional<Integer> port = port(listed.port());
        if (!HostName.isOne(host)
                || port.isEmpty()
                || user.isBlank()
                || UNFILLED.matcher(user).find()) {
            passedOver.add("A server for " + listed.way() + " is named in a form that cannot be used.");
            return Optional.empty();
        }
        if (security.isEmpty()) {
            passedOver.add(host + ":" + listed.port() + " is offered without encryption, which dmhq never uses.");
            return Optional.empty();
        }
        boolean tokenOnly =
                !listed.proofs().isEmpty() && listed.proofs().stream().allMatch("OAuth2"::equals);
        return Optional.of(new Usable(new MailServer(host, port.get(), security.get()), user, tokenOnly));
    }

    private static Optional<Security> security(String socket) {
        return switch (socket) {
            case "SSL" -> Optional.of(Security.TLS);
            case "STARTTLS" -> Optional.of(Security.STARTTLS);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> port(String digits) {
        try {
            int port = Integer.parseInt(digits);
            return port >= 1 && port <= LARGEST_PORT ? Optional.of(port) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String filled(String text, MailAddress address) {
        return text.replace("%EMAILADDRESS%", address.toString())
                .replace("%EMAILLOCALPART%", address.local())
                .replace("%EMAILDOMAIN%", address.domain());
    }
}
