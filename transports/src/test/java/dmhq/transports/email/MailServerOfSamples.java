package dmhq.transports.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.transports.email.connecting.MailLine;
import dmhq.transports.email.reading.Attachment;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import dmhq.transports.email.reading.ReadMail;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * The server that {@code samples/play --post mail} plays over: {@code FOLDER USER…}.
 *
 * <p>It runs until its input ends. The file {@code servers} in the folder names where it takes and gives out mails, {@code
 * trusted.p12} holds the certificate that it shows. For each line of input, and at the end, it writes what lies in the
 * inboxes below {@code mailboxes}, and then the file {@code written}.
 */
public final class MailServerOfSamples {

    private static final int LONGEST_NAME = 80;

    private final MailServerForTests server;
    private final Path folder;
    private final List<String> users;

    private MailServerOfSamples(MailServerForTests server, Path folder, List<String> users) {
        this.server = server;
        this.folder = folder;
        this.users = users;
    }

    /** Serves until the input ends. */
    public static void main(String[] arguments) throws Exception {
        List<String> users = Arrays.asList(arguments).subList(1, arguments.length);
        try (MailServerForTests server = new MailServerForTests(users.toArray(String[]::new));
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            new MailServerOfSamples(server, Path.of(arguments[0]), users).serve(lines);
        }
    }

    private void serve(BufferedReader lines) throws Exception {
        TestAuthority.LOCAL.writeTrusted(folder.resolve("trusted.p12"));
        MailLine any = server.line(users.get(0));
        appear("servers", any.account().receiving() + "\n" + any.account().sending() + "\n");
        while (lines.readLine() != null) {
            writeMailboxes();
        }
        writeMailboxes();
    }

    private void writeMailboxes() throws Exception {
        for (String user : users) {
            Path mailbox = Files.createDirectories(folder.resolve("mailboxes").resolve(user));
            int number = 0;
            for (MimeMessage message : server.mails(user, "INBOX")) {
                ByteArrayOutputStream mail = new ByteArrayOutputStream();
                message.writeTo(mail);
                write(mail.toByteArray(), ++number, mailbox);
            }
        }
        appear("written", "");
    }

    private static void write(byte[] bytes, int number, Path mailbox) throws IOException {
        ReadMail mail = new MailReader(MailServerOfSamples::isArchive, MailLimits.USUAL).read(bytes);
        String subject = mail.subject().replaceAll("[^A-Za-z0-9 ,.()-]", "_");
        String name = String.format("%03d %s", number, subject);
        Files.write(mailbox.resolve(name.substring(0, Math.min(LONGEST_NAME, name.length())) + ".eml"), bytes);
        for (Attachment attachment : mail.attachments()) {
            Path attachments = Files.createDirectories(mailbox.resolve("attachments"));
            Files.write(attachments.resolve(attachment.name()), attachment.bytes());
        }
    }

    private static boolean isArchive(byte[] head) {
        String start = new String(head, US_ASCII);
        return start.startsWith("PK") || start.startsWith("age-encryption.org/");
    }

    /** Whoever waits for a file finds it whole. */
    private void appear(String name, String text) throws IOException {
        Path part = Files.writeString(folder.resolve(name + ".part"), text);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
