package dmhq.transports.email.doctor;

import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.TestCertificates.Certificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server for receiving, whose answers a test can set, with folders of mails. */
final class FakeMailbox extends FakeServer {

    String greeting = "* OK ready";
    String offers = "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SPECIAL-USE";
    String onLogIn = "OK welcome";
    boolean tellsNext = true;
    final Map<String, String> uses = new TreeMap<>();
    final Map<String, List<String>> folders = new ConcurrentHashMap<>();

    FakeMailbox(Security security, Certificate certificate) {
        super(security, certificate);
        folders.put("INBOX", new CopyOnWriteArrayList<>(List.of("Subject: an old mail\r\n\r\nold\r\n")));
    }

    FakeMailbox() {
        this(Security.TLS, Certificate.GOOD);
    }

    void deliver(String folder, String mail) {
        folders.computeIfAbsent(folder, f -> new CopyOnWriteArrayList<>()).add(mail);
    }

    @Override
    void converse(Talk talk) throws IOException {
        String open = "INBOX";
        talk.say(greeting);
        while (true) {
            String[] parts = talk.hear().split(" ", 3);
            String tag = parts[0];
            String rest = parts.length == 3 ? parts[2] : "";
            switch (parts[1].toUpperCase(Locale.ROOT)) {
                case "CAPABILITY" -> {
                    talk.say("* CAPABILITY " + offers);
                    talk.say(tag + " OK done");
                }
                case "STARTTLS" -> {
                    talk.say(tag + " OK go on");
                    talk.secure();
                }
                case "LOGIN" -> talk.say(tag + " " + onLogIn);
                case "AUTHENTICATE" -> {
                    talk.say("+ ");
                    talk.hear();
                    if (rest.equals("XOAUTH2") && !onLogIn.startsWith("OK")) {
                        talk.say("+ eyJzdGF0dXMiOiI0MDAifQ==");
                        talk.hear();
                    }
                    talk.say(tag + " " + onLogIn);
                }
                case "LIST" -> {
                    for (String folder : folders.keySet()) {
                        talk.say("* LIST (\\HasNoChildren " + uses.getOrDefault(folder, "") + ") \"/\" \"" + folder
                                + "\"");
                    }
                    talk.say(tag + " OK done");
                }
                case "EXAMINE" -> {
                    open = rest.replace("\"", "");
                    if (!folders.containsKey(open)) {
                        talk.say(tag + " NO [NONEXISTENT] no such folder");
                        continue;
                    }
                    talk.say("* " + folders.getOrDefault(open, List.of()).size() + " EXISTS");
                    if (tellsNext) {
                        talk.say("* OK [UIDNEXT "
                                + (folders.getOrDefault(open, List.of()).size() + 1) + "] next");
                    }
                    talk.say(tag + " OK [READ-ONLY] done");
                }
                case "UID" -> {
                    fetch(talk, folders.getOrDefault(open, List.of()), rest);
                    talk.say(tag + " OK done");
                }
                case "LOGOUT" -> {
                    talk.say(tag + " OK bye");
                    return;
                }
                default -> talk.say(tag + " BAD what");
            }
        }
    }

    private static void fetch(Talk talk, List<String> mails, String what) throws IOException {
        String[] parts = what.split(" ", 3);
        int last = mails.size();
        List<Integer> numbers = new ArrayList<>();
        if (parts[1].equals("*")) {
            numbers.add(last);
        } else if (parts[1].endsWith(":*")) {
            int first = Integer.parseInt(parts[1].substring(0, parts[1].length() - 2));
            for (int n = Math.min(first, last); n <= last; n++) {
                numbers.add(n);
            }
        } else {
            numbers.add(Integer.parseInt(parts[1]));
        }
        for (int n : numbers) {
            if (n < 1 || n > last) {
                continue;
            }
            String mail = mails.get(n - 1);
            int size = mail.getBytes(StandardCharsets.ISO_8859_1).length;
            talk.say(
                    parts[2].contains("BODY")
                            ? "* " + n + " FETCH (UID " + n + " BODY[] {" + size + "}\r\n" + mail + ")"
                            : "* " + n + " FETCH (UID " + n + " RFC822.SIZE " + size + ")");
        }
    }
}
