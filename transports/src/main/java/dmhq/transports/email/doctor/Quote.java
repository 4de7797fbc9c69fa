package dmhq.transports.email.doctor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a server said, fit to be shown: one line, not long, and never anything that was told in confidence. */
final class Quote {

    private static final int LONGEST = 200;
    private static final String KEPT = "something with the secret in it, which is not shown";

    private final List<String> secrets;

    /** Makes quotes that do not show a secret, nor its form of Base64. */
    Quote(String secret) {
        this.secrets = List.of(
                secret, Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns it in quotation marks. */
    String of(String answer) {
        if (secrets.stream().anyMatch(secret -> !secret.isEmpty() && answer.contains(secret))) {
            return KEPT;
        }
        String line = answer.replaceAll("[^\\x20-\\x7E]+", " ").strip();
        return "\"" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line) + "\"";
    }
}
