package dmhq.format.signing;

import dmhq.format.Bytes;
import java.util.Optional;

/** The text around an OpenSSH structure: a BEGIN line, base64 in lines of 70, an END line. */
record Armor(String label) {

    private static final int WIDTH = 70;

    String around(Bytes content) {
        String base64 = Base64Text.of(content);
        var text = new StringBuilder(begin()).append('\n');
        for (int from = 0; from < base64.length(); from += WIDTH) {
            text.append(base64, from, Math.min(from + WIDTH, base64.length())).append('\n');
        }
        return text.append(end()).append('\n').toString();
    }

    /** Empty if the lines are not there; line ends and line widths are left to the caller to judge. */
    Optional<Bytes> within(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith(begin())
                || !trimmed.endsWith(end())
                || trimmed.length() < begin().length() + end().length()) {
            return Optional.empty();
        }
        String base64 = trimmed.substring(begin().length(), trimmed.length() - end().length());
        return Base64Text.parse(base64.replace("\r", "").replace("\n", ""));
    }

    String begin() {
        return "-----BEGIN " + label + "-----";
    }

    private String end() {
        return "-----END " + label + "-----";
    }
}
