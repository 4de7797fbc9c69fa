package dmhq.transports.email.doctor;

import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.TestCertificates.Certificate;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A server for sending, whose answers a test can set. */
final class FakeSubmission extends FakeServer {

    String greeting = "220 mail.example.org ready";
    List<String> offers = List.of("SIZE 30000000", "AUTH PLAIN LOGIN XOAUTH2");
    List<String> offersInTheClear = List.of("STARTTLS");
    String onLogIn = "235 2.7.0 welcome";
    String onSender = "250 2.1.0 fine";
    String onMail = "250 2.0.0 taken";
    String afterStarttls = "";
    Consumer<String> taken = mail -> {};

    FakeSubmission(Security security, Certificate certificate) {
        super(security, certificate);
    }

    FakeSubmission() {
        this(Security.TLS, Certificate.GOOD);
    }

    @Override
    void converse(Talk talk) throws IOException {
        boolean secured = address().security() == Security.TLS;
        talk.say(greeting);
        while (true) {
            String line = talk.hear();
            String word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (word) {
                case "EHLO" -> {
                    talk.say("250-mail.example.org");
                    for (String offer : secured ? offers : offersInTheClear) {
                        talk.say("250-" + offer);
                    }
                    talk.say("250 8BITMIME");
                }
                case "STARTTLS" -> {
                    talk.say("220 go on" + afterStarttls);
                    talk.secure();
                    secured = true;
                }
                case "AUTH" -> logIn(talk, line);
                case "MAIL" -> talk.say(onSender);
                case "RCPT" -> talk.say("250 2.1.5 fine");
                case "DATA" -> {
                    talk.say("354 go on");
                    StringBuilder mail = new StringBuilder();
                    for (String next = talk.hear(); !next.equals("."); next = talk.hear()) {
                        mail.append(next).append("\r\n");
                    }
                    taken.accept(mail.toString());
                    talk.say(onMail);
                }
                case "QUIT" -> {
                    talk.say("221 bye");
                    return;
                }
                default -> talk.say("500 what");
            }
        }
    }

    private void logIn(Talk talk, String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts[1].equals("LOGIN")) {
            talk.say("334 VXNlcm5hbWU6");
            talk.hear();
            talk.say("334 UGFzc3dvcmQ6");
            talk.hear();
        } else if (parts[1].equals("XOAUTH2") && !onLogIn.startsWith("2")) {
            talk.say("334 eyJzdGF0dXMiOiI0MDAifQ==");
            talk.hear();
        }
        talk.say(onLogIn);
    }
}
