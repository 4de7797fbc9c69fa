package dmhq.transports.email.doctor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a user and a secret are shown to a server (RFC 4616; XOAUTH2 as Google and Microsoft describe it). */
final class Sasl {

    private Sasl() {}

    static String plain(String user, String password) {
        return encoded("\0" + user + "\0" + password);
    }

    static String token(String user, String token) {
        return encoded("user=" + user + "\1auth=Bearer " + token + "\1\1");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
