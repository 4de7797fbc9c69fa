package dmhq.world;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Entropy of the JDK from a seed: sealing draws its keys from there, and a world has to repeat to the
 * byte. To be put in place before anything else in the process draws any.
 */
public final class SeededEntropy extends SecureRandomSpi {

    private static SplittableRandom stream = new SplittableRandom(0);

    /** Made by the security framework. */
    public SeededEntropy() {}

    private static final class Source extends Provider {

        private static final long serialVersionUID = 1;

        Source() {
            super("seeded", "1", "entropy from a seed, for the simulated world");
            put("SecureRandom.Seeded", SeededEntropy.class.getName());
        }

        @Override
        public @Nullable Service getService(String type, String algorithm) {
            return type.equals("SecureRandom") ? super.getService(type, algorithm) : null;
        }
    }

    static void install() {
        Security.insertProviderAt(new Source(), 1);
    }

    static void from(SplittableRandom seeded) {
        stream = seeded;
    }

    @Override
    protected void engineSetSeed(byte[] seed) {}

    @Override
    protected void engineNextBytes(byte[] bytes) {
        stream.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int size) {
        byte[] bytes = new byte[size];
        stream.nextBytes(bytes);
        return bytes;
    }
}
