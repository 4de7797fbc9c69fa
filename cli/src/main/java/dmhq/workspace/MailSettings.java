package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.transports.email.Credential;
import dmhq.transports.email.MailServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mail account of a player, as {@code mail.json} in {@code DMHQ_HOME} keeps it. The password is not in it, but where it
 * comes from.
 *
 * @param address from which mails are sent
 * @param user under which the servers know it
 * @param login what the servers are shown
 * @param command the program that prints the password or token, and its arguments; empty for none
 * @param environment the variable that holds it; null for none. Where there is neither, it is asked for
 * @param folder in which mails arrive
 * @param processed the folder to which mails are moved when all they brought is safely here; null to leave them
 * @param largest how many bytes a mail may have
 */
public record MailSettings(
        String address,
        String user,
        Server sending,
        Server receiving,
        Credential.Kind login,
        List<String> command,
        @Nullable String environment,
        String folder,
        @Nullable String processed,
        long largest) {

    private static final Codec<MailSettings> CODEC = Codec.of(MailSettings.class);

    /** A server, as the file names it. */
    public record Server(String host, long port, MailServer.Security security) {

        /** Returns how a server is kept. */
        public static Server of(MailServer server) {
            return new Server(server.host(), server.port(), server.security());
        }

        /**
         * Returns the server.
         *
         * @throws IllegalArgumentException if the port is none, or the name is empty
         */
        MailServer server() {
            return new MailServer(host, Math.toIntExact(Math.min(port, Integer.MAX_VALUE)), security);
        }
    }

    public MailSettings {
        command = List.copyOf(command);
    }

    /**
     * Returns what is kept; empty if nothing is.
     *
     * @throws Refusal if the file is damaged
     */
    public static Optional<MailSettings> kept(Disk disk, Path home) throws Refusal, IOException {
        Path file = file(home);
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try {
            MailSettings settings = CODEC.decode(JsonReader.read(Bytes.of(disk.read(file))));
            settings.sending.server();
            settings.receiving.server();
            return Optional.of(settings);
        } catch (JsonException | IllegalArgumentException e) {
            throw new Refusal(file.toString(), e, "remove it, and run dmhq doctor with your address");
        }
    }

    /** Keeps this in place of what was kept. */
    public void keep(Disk disk, Path home) throws IOException {
        disk.writeSecret(file(home), CODEC.canonical(this).toArray());
    }

    /** Returns where it is kept. */
    public static Path file(Path home) {
        return home.resolve("mail.json");
    }
}
