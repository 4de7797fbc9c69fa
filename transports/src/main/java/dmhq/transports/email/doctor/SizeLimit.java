package dmhq.transports.email.doctor;

import dmhq.transports.email.MailServer;
import java.util.Locale;
import java.util.OptionalLong;

/** What a limit for mails means for parcels. */
final class SizeLimit {

    private static final double THOUSAND = 1_000.0;
    private static final double MILLION = 1_000_000.0;
    /** Base64 makes 78 bytes of 57, with the ends of lines. */
    private static final double BARE = 57.0 / 78.0;
    /** What else is in a mail, generously. */
    private static final long AROUND = 10_000;
    /** Less than that is worth a word; the large providers take more. */
    private static final long ROOMY = 10_000_000;

    private SizeLimit() {}

    /** Says what a server for sending takes. */
    static Finding of(MailServer server, OptionalLong limit) {
        if (limit.isEmpty()) {
            return Finding.remark(
                    Step.SIZE,
                    server + " does not say how large a mail may be.",
                    "Nothing to do now; where a parcel is refused for its size, add a second post, such as a shared"
                            + " folder.");
        }
        long parcel = Math.max(0, (long) ((limit.getAsLong() - AROUND) * BARE));
        String sentence =
                "A mail may have " + words(limit.getAsLong()) + ", so that parcels up to " + words(parcel) + " pass.";
        return parcel >= ROOMY
                ? Finding.fine(Step.SIZE, sentence)
                : Finding.remark(Step.SIZE, sentence, "Add a second post for larger ones, such as a shared folder.");
    }

    private static String words(long bytes) {
        return bytes < MILLION
                ? String.format(Locale.ROOT, "%.0f kB", bytes / THOUSAND)
                : String.format(Locale.ROOT, "%.1f MB", bytes / MILLION);
    }
}
