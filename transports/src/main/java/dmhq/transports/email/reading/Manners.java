package dmhq.transports.email.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which mails a program does not answer, lest two programs write to each other for ever (RFC 3834, 2). */
final class Manners {

    private static final List<String> OF_LISTS = List.of(
            "list-id", "list-post", "list-unsubscribe", "list-help", "mailing-list", "x-mailing-list", "x-loop");

    private static final Pattern PROGRAM = Pattern.compile(
            "(?:mailer-daemon|postmaster|listserv|majordomo|no-?reply|do-?not-?reply|owner-[^@]*|[^@]*-(?:request|bounces|owner))(?:@.*)?");

    private Manners() {}

    /** Tells whether the mail with this head may be answered by a program. */
    static boolean allowAnswer(Headers headers, String from) {
        boolean byPerson = headers.all("auto-submitted").stream()
                .map(value -> HeaderValue.parse(value).value())
                .allMatch("no"::equals);
        boolean inBulk = headers.all("precedence").stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .anyMatch(List.of("bulk", "list", "junk")::contains);
        return byPerson
                && !inBulk
                && !from.isEmpty()
                && !isProgram(from)
                && returnsTo(headers, from)
                && OF_LISTS.stream().noneMatch(headers::has);
    }

    /** An answer belongs to where the envelope came from (RFC 3834, 4), and what a mail says may be another's address. */
    private static boolean returnsTo(Headers headers, String from) {
        return headers.first("return-path")
                .map(path -> path.strip().replaceAll("^<|>$", "").equalsIgnoreCase(from))
                .orElse(true);
    }

    /** Tells whether the envelope had no sender: that is how programs write that want no answer. */
    static boolean isFromNobody(Headers headers) {
        return headers.first("return-path").map("<>"::equals).orElse(false);
    }

    static boolean isProgram(String from) {
        return PROGRAM.matcher(from.toLowerCase(Locale.ROOT)).matches();
    }
}
