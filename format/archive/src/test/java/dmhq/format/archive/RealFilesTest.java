package dmhq.format.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.sealing.Seal;
import dmhq.format.signing.AllowedSigner;
import dmhq.format.signing.RealProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session can be opened and confirmed with programs that have never heard of dmhq. */
class RealFilesTest {

    private final Game game = Game.hostWatches();
    private final byte[] file = game.host(2).pack(game.hostKey, Game.START);

    @TempDir
    Path folder;

    @Test
    void unzip_unpacks_it_and_ssh_keygen_confirms_its_manifest() throws Exception {
        RealProgram unzip = RealProgram.named("unzip");
        RealProgram sshKeygen = RealProgram.named("ssh-keygen");
        Files.write(folder.resolve("session.zip"), file);
        Files.writeString(
                folder.resolve("allowed_signers"), new AllowedSigner("host", game.hostKey.verifyingKey()) + "\n");

        assertThat(unzip.run(folder, new byte[0], "-q", "session.zip").exit()).isZero();
        byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));

        assertThat(verified(sshKeygen, manifest)).isTrue();
        manifest[0] ^= 1;
        assertThat(verified(sshKeygen, manifest)).isFalse();
        try (var events = new GZIPInputStream(Files.newInputStream(folder.resolve("events_0_to_1.json.gz")))) {
            assertThat(new String(events.readAllBytes(), UTF_8))
                    .startsWith("{\"record\":1,\"after\":null,\"audience\":null,\"event\":{\"event_type\":\"Began\"");
        }
    }

    @Test
    void age_opens_a_sealed_one() throws Exception {
        RealProgram age = RealProgram.named("age");
        var ben = game.player("ben");
        byte[] sealed = Seal.close(file, List.of(ben.sealing().recipient()));
        Files.writeString(folder.resolve("key"), ben.sealing().secretText() + "\n");

        var opened = age.run(folder, sealed, "-d", "-i", "key");

        assertThat(opened.errors()).isEmpty();
        assertThat(opened.output().toArray()).isEqualTo(file);
    }

    private boolean verified(RealProgram sshKeygen, byte[] manifest) throws Exception {
        return sshKeygen
                        .run(
                                folder,
                                manifest,
                                "-Y",
                                "verify",
                                "-f",
                                "allowed_signers",
                                "-I",
                                "host",
                                "-n",
                                "dmhq-file",
                                "-s",
                                "manifest.json.sig")
                        .exit()
                == 0;
    }
}
