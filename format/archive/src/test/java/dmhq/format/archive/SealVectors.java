package dmhq.format.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Seals that do not open. Sealing draws keys of its own, so all are made of one that was sealed once. */
final class SealVectors {

    private static final String NAME = "good-sealed.zip.age";

    private final byte[] sealed;

    private SealVectors(byte[] sealed) {
        this.sealed = sealed;
    }

    /** Returns the key that opens the good one. */
    static SealingKey key() {
        return Game.hostWatches().hostSealing;
    }

    /** Returns the vectors made of the good one in a folder, which is sealed if it is not there. */
    static List<Vector> all(Path folder) throws IOException {
        Path kept = folder.resolve(NAME);
        byte[] good = Files.exists(kept) ? Files.readAllBytes(kept) : sealed();
        SealVectors vectors = new SealVectors(good);
        return List.of(
                new Vector(NAME, null, "a session sealed to the host of the vectors", good),
                bad("cut", "cut off", Arrays.copyOf(good, good.length - 20)),
                bad("cut-header", "cut off in its list of recipients", Arrays.copyOf(good, 60)),
                bad("flipped", "one bit of the content is flipped", vectors.flipped(good.length - 40)),
                bad("flipped-header", "one bit of the header's code is flipped", vectors.flipped(vectors.header() + 6)),
                bad("longer", "one byte follows", Arrays.copyOf(good, good.length + 1)),
                bad("other", "sealed to somebody else", vectors.otherRecipient()),
                bad("armored", "an armored age file", armored(good)));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return new Vector("seal-" + name + ".zip.age", Layer.SEAL, what, file);
    }

    private static byte[] sealed() {
        Game game = Game.hostWatches();
        byte[] file = game.host(0).pack(game.hostKey, Game.START);
        return Seal.close(file, List.of(key().recipient()));
    }

    private byte[] flipped(int place) {
        byte[] file = sealed.clone();
        file[place] ^= 1;
        return file;
    }

    private int header() {
        return new String(sealed, US_ASCII).indexOf("\n--- ");
    }

    /** The share of the recipient is another: what only its own key could tell looks like this. */
    private byte[] otherRecipient() {
        int at = new String(sealed, US_ASCII).indexOf("-> X25519 ") + 10;
        byte[] file = sealed.clone();
        byte[] point =
                SealingKey.draw(new SplittableRandom(5)).recipient().point().toArray();
        byte[] share = Base64.getEncoder().withoutPadding().encode(point);
        System.arraycopy(share, 0, file, at, share.length);
        return file;
    }

    private static byte[] armored(byte[] file) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(file);
        return ("-----BEGIN AGE ENCRYPTED FILE-----\n" + text + "\n-----END AGE ENCRYPTED FILE-----\n")
                .getBytes(US_ASCII);
    }
}
