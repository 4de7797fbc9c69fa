package dmhq.cli;

import dmhq.transports.email.MailAddress;
import dmhq.workspace.MailSettings;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Warns a host whose account has another address than the one that the players of a session write to. */
final class MovedAccount {

    private final Terminal terminal;

    MovedAccount(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Warns if it is so; that address may be another name of the same mailbox, which only its owner knows. */
    void warn(Workspace workspace) throws Refusal, IOException {
        List<String> posts = workspace.place().posts();
        Optional<MailAddress> own = MailSettings.kept(
                        terminal.surroundings().disk(), terminal.surroundings().home())
                .flatMap(settings -> MailAddress.find(settings.address()));
        List<MailAddress> written = posts.stream()
                .flatMap(post -> Addresses.mailed(post).flatMap(MailAddress::find).stream())
                .toList();
        if (!workspace.place().host()
                || own.isEmpty()
                || written.isEmpty()
                || written.stream().anyMatch(own.get()::isSameAs)) {
            return;
        }
        StringBuilder command = new StringBuilder("recover");
        posts.stream()
                .map(post -> Addresses.mailed(post).isPresent() ? "mail:" + own.get() : post)
                .distinct()
                .forEach(post -> command.append(" --post ").append(post));
        terminal.complain("the players of this session write to " + written.get(0) + ", and your account is "
                + own.get() + ", where alone their mails are looked for");
        terminal.cure("If theirs do not arrive there: "
                + Where.of(workspace.folder(), terminal.folder()).dmhq(command.toString())
                + ". Tell the players, who say the same; with your next turn their dmhq tells them, too.");
    }
}
