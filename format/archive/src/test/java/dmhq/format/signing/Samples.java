package dmhq.format.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.Bytes;
import java.util.SplittableRandom;

/** Keys and content that the tests of this package share. */
final class Samples {

    static final Bytes CONTENT = utf8("{\"current_turn\":5}\n");
    static final SigningKey KEY = SigningKey.draw(new SplittableRandom(1));
    static final SigningKey OTHER_KEY = SigningKey.draw(new SplittableRandom(2));

    private Samples() {}

    static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }
}
