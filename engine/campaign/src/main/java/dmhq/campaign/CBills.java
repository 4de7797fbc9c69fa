package dmhq.campaign;

import java.util.Locale;

/** How sums of money read. */
final class CBills {

    private CBills() {}

    /** Returns a sum such as {@code 500,000 C-bills}. */
    static String of(long amount) {
        return String.format(Locale.ROOT, "%,d C-bills", amount);
    }
}
