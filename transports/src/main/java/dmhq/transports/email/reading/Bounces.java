package dmhq.transports.email.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what a mail says of another that did not arrive: as RFC 3464 has it, or in words. */
final class Bounces {

    private static final int LONGEST_TEXT = 64 << 10;
    private static final int LONGEST_REASON = 300;
    private static final Pattern ID = Pattern.compile("<[^<>@\\s]{1,250}@[^<>@\\s]{1,250}>");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+=/-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,250}[A-Za-z0-9]");
    private static final Pattern PERMANENT = Pattern.compile("\\b5\\d\\d[ -]|\\b5\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern PASSING = Pattern.compile("\\b4\\d\\d[ -]|\\b4\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)undeliver|could ?n[o']t be delivered|not be delivered|delivery (?:has )?failed|failure|returned|unzustellbar|delay|"
                    + "permanent|rejected|unknown user|no such user|mailbox (?:is )?full");

    private final StringBuilder words = new StringBuilder();
    private final Set<String> mails = new LinkedHashSet<>();
    private final List<Headers> recipients = new ArrayList<>();

    /** Takes in the head of a mail that lies within the one that is read. */
    void addReturned(Headers headers) {
        for (String field : List.of("message-id", "x-microsoft-original-message-id")) {
            headers.all(field).forEach(this::addIds);
        }
    }

    /** Takes in a part: what it is called, which may be the last that is left of a parcel, and what it tells. */
    void add(MimePart part) {
        addText(part.headers().fileName());
        String type = part.headers().contentType().value();
        if (type.equals("message/delivery-status") || type.equals("message/global-delivery-status")) {
            for (String block : part.text(LONGEST_TEXT).split("\r?\n[ \t]*\r?\n", -1)) {
                Headers fields = Headers.of(block.strip());
                if (fields.has("final-recipient") || fields.has("action")) {
                    recipients.add(fields);
                }
            }
        } else if (type.equals("text/rfc822-headers") || type.equals("message/rfc822-headers")) {
            String text = part.text(LONGEST_TEXT);
            addReturned(Headers.of(text));
            addText(text);
        } else if (type.startsWith("text/")) {
            String text = part.text(LONGEST_TEXT);
            addText(type.equals("text/html") ? text.replaceAll("<[^<>@]*>", " ") : text);
        }
    }

    private void addText(String text) {
        if (words.length() + text.length() < LONGEST_TEXT * 2) {
            words.append(text).append('\n');
        }
    }

    private void addIds(String text) {
        Matcher id = ID.matcher(text);
        while (id.find()) {
            mails.add(id.group());
        }
    }

    /** Tells whether the mail is a report on others, so that what lies in it has only come back. */
    boolean isReport() {
        return !recipients.isEmpty();
    }

    /**
     * Returns what all this comes to.
     *
     * @param headers of the mail itself
     * @param from its sender
     */
    Optional<Bounce> result(Headers headers, String from) {
        addIds(words.toString());
        if (isReport()) {
            return recipients.stream()
                    .filter(fields -> List.of("failed", "delayed").contains(action(fields)))
                    .findFirst()
                    .map(this::reported);
        }
        boolean byProgram = MailReader.isPostmaster(from) || (Manners.isFromNobody(headers) && !isAnswer(headers));
        String subject = EncodedWords.decode(headers.first("subject").orElse(""));
        boolean told = WORDS.matcher(subject).find() || WORDS.matcher(words).find();
        return byProgram && told ? Optional.of(inWords(subject)) : Optional.empty();
    }

    /** An automatic answer, such as that somebody is away, also comes from nobody. */
    private static boolean isAnswer(Headers headers) {
        return headers.all("auto-submitted").stream()
                .map(value -> HeaderValue.parse(value).value())
                .anyMatch("auto-replied"::equals);
    }

    private Bounce reported(Headers fields) {
        String status = fields.first("status").orElse("");
        String diagnosis = fields.first("diagnostic-code").orElse("");
        boolean permanent = action(fields).equals("failed") && !status.startsWith("4");
        String reason = diagnosis.isEmpty() ? "status " + status : afterSemicolon(diagnosis);
        String recipient = afterSemicolon(fields.first("final-recipient")
                .or(() -> fields.first("original-recipient"))
                .orElse(""));
        return new Bounce(
                OneLine.of(recipient, LONGEST_REASON),
                permanent,
                OneLine.of(reason, LONGEST_REASON),
                List.copyOf(mails),
                words.toString());
    }

    private Bounce inWords(String subject) {
        String reason = words.toString()
                .lines()
                .filter(line ->
                        PERMANENT.matcher(line).find() || PASSING.matcher(line).find())
                .findFirst()
                .or(() -> words.toString()
                        .lines()
                        .filter(line -> WORDS.matcher(line).find())
                        .findFirst())
                .orElse(subject);
        boolean passing = subject.toLowerCase(Locale.ROOT).contains("delay")
                || (PASSING.matcher(reason).find() && !PERMANENT.matcher(reason).find());
        String recipient = words.toString()
                .lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).contains("message-id"))
                .flatMap(line -> ADDRESS.matcher(line).results().map(MatchResult::group))
                .filter(address -> !Manners.isProgram(address))
                .findFirst()
                .orElse("");
        return new Bounce(
                recipient, !passing, OneLine.of(reason, LONGEST_REASON), List.copyOf(mails), words.toString());
    }

    private static String action(Headers fields) {
        return fields.first("action").orElse("").toLowerCase(Locale.ROOT);
    }

    private static String afterSemicolon(String value) {
        return value.substring(value.indexOf(';') + 1).strip();
    }
}
