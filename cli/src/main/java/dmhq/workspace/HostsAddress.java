package dmhq.workspace;

import dmhq.transports.Postmark;
import dmhq.transports.email.MailAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Notices that a host writes from another address than the one a player writes to, which may not be read any more. */
final class HostsAddress {

    private static final String MAIL = "mail:";

    private final Workspace workspace;
    private boolean told;

    HostsAddress(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Returns what the host's signature is on, with a word on where it came from; once is enough. */
    Arrival compared(Arrival arrival, Postmark postmark) throws Refusal, IOException {
        List<String> posts = workspace.place().posts();
        Optional<MailAddress> sender = MailAddress.find(postmark.sender());
        List<MailAddress> known = posts.stream()
                .filter(HostsAddress::isMail)
                .flatMap(post -> MailAddress.find(post.substring(MAIL.length())).stream())
                .toList();
        if (told
                || arrival.kind() != Arrival.Kind.TAKEN
                || sender.isEmpty()
                || known.isEmpty()
                || known.stream().anyMatch(sender.get()::isSameAs)) {
            return arrival;
        }
        told = true;
        String changed = posts.stream()
                .map(post -> isMail(post) ? MAIL + sender.get() : post)
                .distinct()
                .map(post -> " --post " + post)
                .collect(Collectors.joining());
        return new Arrival(
                arrival.name(),
                arrival.kind(),
                arrival.sentence() + "; it came from " + sender.get() + ", while you write to the host at "
                        + known.get(0) + " (if that has changed: dmhq recover" + changed + ")");
    }

    private static boolean isMail(String post) {
        return post.startsWith(MAIL);
    }
}
