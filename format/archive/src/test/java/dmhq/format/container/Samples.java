package dmhq.format.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmhq.format.Bytes;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Containers that the tests of this package share, and how they expect a refusal. */
final class Samples {

    private Samples() {}

    static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }

    static Container container(String... namesAndContents) {
        Map<String, Entry> entries = new TreeMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            entries.put(namesAndContents[i], Entry.of(namesAndContents[i], utf8(namesAndContents[i + 1])));
        }
        return new Container(entries);
    }

    static Container small() {
        return container(
                "manifest.json", "{\"kind\":\"turn\"}",
                "manifest.json.sig", "signed",
                "events_0_to_4.json.gz", "{\"moved\":1}\n{\"moved\":2}\n",
                "attachments/00", "MUL");
    }

    static Container random(SplittableRandom random) {
        return random(random, "é");
    }

    /** Returns 1 to 19 entries whose names begin with the given letter, at the top or in a folder. */
    static Container random(SplittableRandom random, String letter) {
        Map<String, Entry> entries = new TreeMap<>();
        for (int left = random.nextInt(1, 20); left > 0; left--) {
            String name = (random.nextBoolean() ? "deep/" : "")
                    + letter
                    + random.nextInt(40)
                    + (random.nextBoolean() ? ".gz" : "");
            byte[] content = new byte[random.nextInt(5_000)];
            if (random.nextBoolean()) {
                random.nextBytes(content);
            }
            entries.put(name, Entry.of(name, Bytes.of(content)));
        }
        return new Container(entries);
    }

    static ContainerException refusal(byte[] file, Limits limits) {
        ContainerException refusal =
                catchThrowableOfType(ContainerException.class, () -> ContainerReader.read(file, limits));
        assertThat(refusal).isNotNull().hasMessageStartingWith("container: ");
        return refusal;
    }

    static ContainerException refusal(byte[] file) {
        return refusal(file, Limits.usual());
    }

    /** Returns where a run of bytes begins in a file. */
    static int indexOf(byte[] file, byte[] run) {
        for (int at = 0; at <= file.length - run.length; at++) {
            if (Arrays.equals(file, at, at + run.length, run, 0, run.length)) {
                return at;
            }
        }
        throw new AssertionError("the file does not hold these bytes");
    }
}
