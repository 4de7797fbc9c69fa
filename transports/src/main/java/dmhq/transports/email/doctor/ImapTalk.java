package dmhq.transports.email.doctor;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A conversation with a server for receiving (IMAP, RFC 3501), which changes nothing in the mailbox: folders
 * are opened for reading only, and mails looked at without marking them as read.
 */
final class ImapTalk {

    private static final int MOST_LINES = 10_000;
    private static final int LONGEST_LISTED = 1000;
    private static final int LARGEST_LITERAL = 1_048_576;

    private static final Pattern LITERAL = Pattern.compile("\\{([0-9]{1,9})\\}$");
    private static final Pattern LISTED = Pattern.compile(
            "\\* LIST \\(([^)]*)\\) (?:\"(?:[^\"\\\\]|\\\\.)*\"|NIL) (?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))?");
    private static final Pattern NEXT = Pattern.compile("\\[UIDNEXT ([0-9]{1,10})\\]");
    private static final Pattern NUMBER = Pattern.compile("\\bUID ([0-9]{1,10})");
    private static final Pattern SIZE = Pattern.compile("\\bRFC822\\.SIZE ([0-9]{1,18})");

    private final Wire wire;
    private Set<String> offers = new TreeSet<>();
    private int commands;

    ImapTalk(Wire wire) {
        this.wire = wire;
    }

    /** A line, and the literal in it, each byte of which is a character. */
    private record Line(String text, Optional<String> literal) {}

    private record Answer(boolean good, String text, List<Line> lines) {}

    /** Comes to an encrypted connection, on which the server has told what it offers. */
    void begin(SSLContext trusted) throws IOException, Ailment {
        MailServer server = wire.server();
        if (server.security() == Security.TLS) {
            wire.secure(trusted);
        }
        String greeting = wire.line();
        if (!greeting.toUpperCase(Locale.ROOT).startsWith("* OK")) {
            throw greeting.startsWith("* ")
                    ? new Ailment(
                            server + " does not want to talk. It said " + new Quote("").of(greeting) + ".",
                            "Many providers bar networks that spam came from: wait an hour, or try another network.")
                    : new Ailment(
                            server + " does not speak IMAP.",
                            "Check the name and the port of the server for receiving.");
        }
        learnOffers();
        if (server.security() == Security.STARTTLS) {
            if (!offers.contains("STARTTLS") || !ask("STARTTLS").good()) {
                throw new Ailment(
                        server + " offers no encryption (STARTTLS), and dmhq never logs in without.",
                        "Take the provider's port for TLS, 993; if this one should offer it, something on the way takes"
                                + " it out: try another network.");
            }
            wire.secure(trusted);
            learnOffers();
        }
    }

    private void learnOffers() throws IOException, Ailment {
        Set<String> told = new TreeSet<>();
        for (Line line : ask("CAPABILITY").lines()) {
            String upper = line.text().toUpperCase(Locale.ROOT);
            if (upper.startsWith("* CAPABILITY ")) {
                told.addAll(
                        Arrays.asList(upper.substring("* CAPABILITY ".length()).split(" +", -1)));
            }
        }
        offers = told;
    }

    /** Logs in, or says why not. */
    void logIn(String user, String secret, Kind kind, Refusal refusal, Quote quote) throws IOException, Ailment {
        Answer answer;
        if (kind == Kind.TOKEN && offers.contains("AUTH=XOAUTH2")) {
            answer = show("XOAUTH2", Sasl.token(user, secret));
        } else if (kind == Kind.PASSWORD && offers.contains("AUTH=PLAIN")) {
            answer = show("PLAIN", Sasl.plain(user, secret));
        } else if (kind == Kind.PASSWORD && !offers.contains("LOGINDISABLED") && isPlain(user) && isPlain(secret)) {
            answer = ask("LOGIN " + quoted(user) + " " + quoted(secret));
        } else {
            throw refusal.noWay(wire.server());
        }
        if (!answer.good()) {
            throw refusal.of(wire.server(), answer.text(), quote);
        }
    }

    private Answer show(String way, String proof) throws IOException, Ailment {
        String tag = tag();
        wire.say(tag + " AUTHENTICATE " + way);
        String line = wire.line();
        if (line.startsWith("+")) {
            wire.say(proof);
            line = wire.line();
        }
        // With XOAUTH2 a refusal comes in two parts, of which the first wants an empty answer.
        if (line.startsWith("+")) {
            wire.say("");
            line = wire.line();
        }
        return answer(tag, line);
    }

    /**
     * A folder that can be opened.
     *
     * @param uses what the server says of it, in upper case
     * @param name as the server spells it
     */
    record Folder(List<String> uses, String name) {}

    /** Returns the folders that can be opened. */
    List<Folder> folders() throws IOException, Ailment {
        List<Folder> folders = new ArrayList<>();
        for (Line line : ask("LIST \"\" \"*\"").lines()) {
            listed(line)
                    .filter(folder -> !folder.uses().contains("\\NOSELECT") && isPlain(folder.name()))
                    .ifPresent(folders::add);
        }
        return folders;
    }

    private static Optional<Folder> listed(Line line) {
        Matcher parts = LISTED.matcher(line.text());
        if (line.text().length() > LONGEST_LISTED || !parts.lookingAt()) {
            return Optional.empty();
        }
        List<String> uses =
                Arrays.asList(parts.group(1).toUpperCase(Locale.ROOT).split(" +", -1));
        if (line.literal().isPresent()) {
            return Optional.of(new Folder(uses, line.literal().get()));
        }
        String quoted = parts.group(2);
        return Optional.of(new Folder(uses, quoted == null ? parts.group(3) : quoted.replaceAll("\\\\(.)", "$1")));
    }

    /** Opens a folder, and returns the number that its next mail will have. */
    long open(String folder) throws IOException, Ailment {
        Answer answer = ask("EXAMINE " + quoted(folder));
        if (!answer.good()) {
            throw new Ailment(
                    wire.server() + " lets you in, but does not open " + FolderName.shown(folder) + ".",
                    "Log in at the provider's pages once, so that the mailbox is set up, and try again.");
        }
        for (Line line : answer.lines()) {
            Matcher next = NEXT.matcher(line.text().toUpperCase(Locale.ROOT));
            if (next.find()) {
                return Long.parseLong(next.group(1));
            }
        }
        return numbers(ask("UID FETCH * (UID)")).stream()
                .mapToLong(n -> n + 1)
                .max()
                .orElse(1);
    }

    /** Returns the numbers of the mails of the open folder from one number on that are not larger than a size. */
    List<Long> since(long number, long largest) throws IOException, Ailment {
        List<Long> found = new ArrayList<>();
        for (Line line : ask("UID FETCH " + number + ":* (UID RFC822.SIZE)").lines()) {
            Matcher uid = NUMBER.matcher(line.text());
            Matcher size = SIZE.matcher(line.text());
            // The last mail is always among the answers, however low its number.
            if (uid.find()
                    && size.find()
                    && Long.parseLong(uid.group(1)) >= number
                    && Long.parseLong(size.group(1)) <= largest) {
                found.add(Long.parseLong(uid.group(1)));
            }
        }
        return found;
    }

    /** Returns a mail of the open folder, or empty if it has gone meanwhile. */
    Optional<byte[]> mail(long number) throws IOException, Ailment {
        for (Line line : ask("UID FETCH " + number + " (BODY.PEEK[])").lines()) {
            if (line.literal().isPresent()) {
                return line.literal().map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return Optional.empty();
    }

    /** Takes leave; whether it is heard makes no difference. */
    void end() {
        try {
            ask("LOGOUT");
        } catch (IOException | Ailment e) {
            // The connection is given up in any case.
        }
    }

    private static List<Long> numbers(Answer answer) {
        List<Long> numbers = new ArrayList<>();
        for (Line line : answer.lines()) {
            Matcher uid = NUMBER.matcher(line.text());
            if (uid.find()) {
                numbers.add(Long.parseLong(uid.group(1)));
            }
        }
        return numbers;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String tag() {
        commands++;
        return "d" + commands;
    }

    private Answer ask(String command) throws IOException, Ailment {
        String tag = tag();
        wire.say(tag + " " + command);
        return answer(tag, wire.line());
    }

    private Answer answer(String tag, String first) throws IOException, Ailment {
        List<Line> lines = new ArrayList<>();
        String text = first;
        while (!text.startsWith(tag + " ")) {
            if (lines.size() >= MOST_LINES) {
                throw new Ailment(
                        wire.server() + " says more than it was asked.",
                        "Try again; if it stays so, take another account, or another post.");
            }
            lines.add(whole(text));
            text = wire.line();
        }
        String said = text.substring(tag.length() + 1);
        return new Answer(said.toUpperCase(Locale.ROOT).startsWith("OK"), said, lines);
    }

    private Line whole(String start) throws IOException {
        StringBuilder text = new StringBuilder(start);
        Optional<String> literal = Optional.empty();
        for (Matcher length = LITERAL.matcher(text); length.find(); length = LITERAL.matcher(text)) {
            int count = Integer.parseInt(length.group(1));
            if (count > LARGEST_LITERAL) {
                throw new IOException("more than " + LARGEST_LITERAL + " bytes at once");
            }
            literal = Optional.of(new String(wire.bytes(count), StandardCharsets.ISO_8859_1));
            text.setLength(length.start());
            text.append(wire.line());
        }
        return new Line(text.toString(), literal);
    }
}
