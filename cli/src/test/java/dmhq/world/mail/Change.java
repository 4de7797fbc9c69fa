package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What programs on the way, and people with their programs, make of a mail. */
enum Change {
    /** Some providers give each mail an id of their own. */
    ID {
        @Override
        String of(String mail, int number) {
            return withId(mail, number);
        }
    },
    /** A list puts its name before the subject, and its own address into the head. */
    LIST {
        @Override
        String of(String mail, int number) {
            return withSubject(withId(mail, number), "[border-war] ")
                    .replaceFirst("\r\nMIME-Version", "\r\nList-Id: <border-war.example.org>\r\nMIME-Version");
        }
    },
    /** Somebody answers, and the program keeps the attachment. */
    ANSWER {
        @Override
        String of(String mail, int number) {
            return withSubject(withId(mail, number), "AW: Re: ");
        }
    },
    /** Names that a program does not like are made anew, and types that it does not know are none. */
    RENAMED {
        @Override
        String of(String mail, int number) {
            return withId(named(mail, "ATT" + number + ".bin"), number)
                    .replace("application/vnd.dmhq+zip", "application/octet-stream");
        }
    },
    /** Saved twice and sent on, the file has the name of a copy. */
    COPY {
        @Override
        String of(String mail, int number) {
            return named(mail, "turn (" + number % 7 + ").zip");
        }
    },
    /** An account sends all on to another, as an attached mail. */
    FORWARDED {
        @Override
        String of(String mail, int number) {
            return wrapped(mail, number, "Content-Type: message/rfc822\r\n\r\n" + mail);
        }
    },
    /** A list puts the mail beside its own last line. */
    FOOTED {
        @Override
        String of(String mail, int number) {
            int body = mail.indexOf("\r\n\r\n");
            Matcher type =
                    Pattern.compile("(?m)^Content-Type:.*\r\n(?:[ \t].*\r\n)*").matcher(mail.substring(0, body + 2));
            if (!type.find()) {
                return mail;
            }
            String head = mail.substring(0, type.start()) + mail.substring(type.end(), body + 2);
            return withSubject(head, "[border-war] ")
                    + "Content-Type: multipart/mixed; boundary=\"list" + number + "\"\r\n\r\n--list" + number + "\r\n"
                    + type.group() + mail.substring(body + 2)
                    + "\r\n--list" + number + "\r\nContent-Type: text/plain\r\n\r\n-- \r\nborder-war mailing list\r\n"
                    + "--list" + number + "--\r\n";
        }
    };

    /** Returns a mail as it comes out of this, with a number to make up names by. */
    abstract String of(String mail, int number);

    byte[] of(byte[] mail, int number) {
        return of(new String(mail, ISO_8859_1), number).getBytes(ISO_8859_1);
    }

    static Change any(Random fate) {
        return values()[fate.nextInt(values().length)];
    }

    private static String withId(String mail, int number) {
        return mail.replaceFirst("(?im)^Message-ID:.*$", "Message-ID: <" + number + "@provider.example>");
    }

    private static String withSubject(String mail, String start) {
        return mail.replaceFirst("(?m)^Subject: ", "Subject: " + start);
    }

    private static String named(String mail, String name) {
        return mail.replaceAll(
                "(?m)((?:file)?name)(?:\\*0)?=\"[^\"\r\n]*\"(?:;\r\n[ \t](?:file)?name\\*[1-9]=\"[^\"\r\n]*\")*",
                "$1=\"" + name + "\"");
    }

    private static String wrapped(String mail, int number, String part) {
        Matcher to = Pattern.compile("(?m)^To:.*$").matcher(mail);
        String own = to.find() ? to.group().substring("To:".length()).strip() : "somebody@example.org";
        return "From: " + own + "\r\nTo: " + own + "\r\nSubject: Fwd: something of a game\r\nMessage-ID: <" + number
                + "@forward.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"fwd" + number
                + "\"\r\n\r\n--fwd" + number + "\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--fwd" + number
                + "\r\n" + part + "\r\n--fwd" + number + "--\r\n";
    }
}
