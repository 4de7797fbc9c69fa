package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.hunt.HuntAction;
import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.Entry;
import dmhq.format.container.Limits;
import dmhq.format.signing.Signer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One bit that is flipped in a copy, wherever it lies, is found, and what it lies in is named. */
class FlippedBitsTest {

    private static final long SEED = 20_261_125;
    private static final int TURNS = 7;
    private static final int TIMES = 5;

    private final Random chance = new Random(SEED);
    private final HuntByPost post = played();

    @Test
    void in_each_entry_of_a_hosts_a_seats_and_a_closed_copy() throws Exception {
        for (byte[] file : copies()) {
            for (Map.Entry<String, Entry> entry :
                    ContainerReader.read(file, Limits.usual()).entries().entrySet()) {
                for (int i = 0; i < TIMES; i++) {
                    int size = entry.getValue().packed().size();
                    byte[] damaged = file.clone();
                    int place = placeOf(entry, file) + chance.nextInt(size);
                    damaged[place] ^= (byte) (1 << chance.nextInt(8));

                    assertThat(Verification.of(damaged).wrong())
                            .as("seed %d, byte %d of %s", SEED, place, entry.getKey())
                            .singleElement()
                            .asString()
                            .contains(entry.getKey());
                }
            }
        }
    }

    /** Whoever packed the file lists and signs it as it is, so that only the record itself gives it away. */
    @Test
    void in_each_record_of_a_hosts_and_a_seats_copy() throws Exception {
        for (int number = 0; number <= TURNS; number++) {
            for (int i = 0; i < TIMES; i++) {
                assertNamed(number, hosts(), post.secrets().key());
                assertNamed(number, adas(), post.hunter(ADA).key());
            }
        }
    }

    private void assertNamed(int number, byte[] file, Signer packer) throws Exception {
        byte[] damaged = new Doctored(file)
                .bytes("records_0_to_7.json.gz", content -> flipped(content, number))
                .signedBy(packer);

        assertThat(Verification.of(damaged).wrong())
                .as("seed %d, record %d", SEED, number)
                .singleElement()
                .asString()
                .containsPattern("record " + number + "\\b");
    }

    /** Returns lines of which one has another bit. */
    private Bytes flipped(Bytes lines, int number) {
        byte[] content = lines.toArray();
        int from = 0;
        for (int i = 0; i < number; i++) {
            from = lines.indexOf((byte) '\n', from) + 1;
        }
        int end = lines.indexOf((byte) '\n', from);
        content[from + chance.nextInt(end - from)] ^= (byte) (1 << chance.nextInt(8));
        return Bytes.of(content);
    }

    private List<byte[]> copies() throws Exception {
        byte[] published = post.closed().packClosing(post.secrets().key(), at(9));
        SessionArchive closed = post.copyOf(ADA).taking(SessionArchive.readClosing(PackedFile.read(published)));
        List<byte[]> copies = new ArrayList<>(List.of(hosts(), adas(), published));
        copies.add(closed.pack(post.hunter(ADA).key(), at(9)));
        return copies;
    }

    private byte[] hosts() {
        return VerificationTest.hostFile(post);
    }

    private byte[] adas() {
        return VerificationTest.seatFile(post, ADA);
    }

    private HuntByPost played() {
        try {
            Bytes drawing = Bytes.of("a map".getBytes(UTF_8));
            HuntByPost begun = HuntByPost.begun(SEED);
            begun.resolve(begun.plan(HuntByPost.BOB)
                    .doing(new HuntAction.Show("map", ADA, Attachment.of(drawing)))
                    .bringing(drawing)
                    .signed());
            return begun.play(TURNS - 2, chance);
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes follow their name; two entries may hold the same. */
    private static int placeOf(Map.Entry<String, Entry> entry, byte[] file) {
        Bytes name = Bytes.of(entry.getKey().getBytes(UTF_8));
        byte[] run = Bytes.joined(name, entry.getValue().packed()).toArray();
        for (int at = 0; at <= file.length - run.length; at++) {
            if (Arrays.equals(file, at, at + run.length, run, 0, run.length)) {
                return at + name.size();
            }
        }
        throw new AssertionError("an entry is in the file as it is");
    }
}
