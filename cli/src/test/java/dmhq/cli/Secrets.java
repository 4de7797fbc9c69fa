package dmhq.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a home keeps from everyone, in every form in which it could leak. */
final class Secrets {

    private static final Pattern KEPT = Pattern.compile("[0-9a-f]{64}");

    private Secrets() {}

    /** Returns the secrets of a home, one list of forms for each; every text is one of bytes. */
    static List<List<String>> of(Path home) throws IOException {
        List<List<String>> secrets = new ArrayList<>();
        List<String> signing = new ArrayList<>(body(home.resolve("identity/signing_key")));
        signing.addAll(forms(seed(String.join("", signing))));
        // The first lines hold the public key.
        secrets.add(signing.subList(2, signing.size()));
        String sealing = Files.readString(home.resolve("identity/sealing_key")).strip();
        secrets.add(List.of(sealing, sealing.toLowerCase(Locale.ROOT)));
        try (var files = Files.newDirectoryStream(home.resolve("secrets"))) {
            for (Path file : files) {
                Matcher kept = KEPT.matcher(Files.readString(file));
                while (kept.find()) {
                    secrets.add(forms(kept.group()));
                }
            }
        }
        return secrets;
    }

    private static List<String> body(Path keyFile) throws IOException {
        return Files.readAllLines(keyFile).stream()
                .filter(line -> !line.startsWith("-----"))
                .toList();
    }

    /** In an OpenSSH key file the seed stands before the last copy of the public key. */
    private static String seed(String body) {
        String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(body));
        String type = HexFormat.of().formatHex("ssh-ed25519".getBytes(ISO_8859_1));
        int start = hex.indexOf(type) + type.length() + "00000020".length();
        int last = hex.lastIndexOf(hex.substring(start, start + 64));
        return hex.substring(last - 64, last);
    }

    private static List<String> forms(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return List.of(
                hex,
                hex.toUpperCase(Locale.ROOT),
                new String(bytes, ISO_8859_1),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
}
