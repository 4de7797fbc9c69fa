package dmhq.format.signing;

import static dmhq.format.signing.Samples.CONTENT;
import static dmhq.format.signing.Samples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dmhq.format.Bytes;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, a reader gives a value or its declared exception. */
class SigningFuzzTest {

    private static final int ROUNDS = 4_000;

    private interface Reader {
        Object read(String text) throws SigningException;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void no_text_makes_a_reader_fail_in_another_way(long seed) {
        String signature = SshSignature.make(KEY, Namespace.FILE, CONTENT).armored();
        String keyFile = OpenSshKeyFile.write(KEY, "anna");
        var signer = new AllowedSigner("anna", KEY.verifyingKey());

        int refused = fuzz(seed, signature, SshSignature::read)
                + fuzz(seed, keyFile, OpenSshKeyFile::read)
                + fuzz(seed, keyFile, OpenSshKeyFile::readPublicHalf)
                + fuzz(seed, KEY.verifyingKey().toString(), VerifyingKey::parse)
                + fuzz(seed, signer.toString(), AllowedSigner::parse)
                + fuzz(seed, KEY.sign(Namespace.FILE, CONTENT).toString(), Signature::parse);

        assertThat(refused).isGreaterThan(ROUNDS);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void no_structure_within_the_armor_makes_a_reader_fail_in_another_way(long seed) {
        int refused = fuzzWithin(
                        seed,
                        "SSH SIGNATURE",
                        SshSignature.make(KEY, Namespace.FILE, CONTENT).armored(),
                        SshSignature::read)
                + fuzzWithin(seed, "OPENSSH PRIVATE KEY", OpenSshKeyFile.write(KEY, "anna"), OpenSshKeyFile::read);

        assertThat(refused).isGreaterThan(ROUNDS);
    }

    private static int fuzz(long seed, String good, Reader reader) {
        var random = new SplittableRandom(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder(good);
            for (int change = random.nextInt(1, 4); change > 0 && text.length() > 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(0x80));
                    case 1 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                    case 2 -> text.setLength(at);
                    default -> text.insert(at, good, random.nextInt(good.length()), good.length());
                }
            }
            refused += refusal(seed, round, text.toString(), reader).isPresent() ? 1 : 0;
        }
        return refused;
    }

    private static int fuzzWithin(long seed, String label, String good, Reader reader) {
        var armor = new Armor(label);
        var random = new SplittableRandom(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] raw = armor.within(good).orElseThrow().toArray();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                raw[random.nextInt(raw.length)] = (byte) random.nextInt();
            }
            refused += refusal(seed, round, armor.around(Bytes.of(raw)), reader).isPresent() ? 1 : 0;
        }
        return refused;
    }

    private static Optional<SigningException> refusal(long seed, int round, String text, Reader reader) {
        try {
            assertThat(reader.read(text)).isNotNull();
            return Optional.empty();
        } catch (SigningException declared) {
            return Optional.of(declared);
        } catch (RuntimeException undeclared) {
            return fail("seed " + seed + ", round " + round, undeclared);
        }
    }
}
