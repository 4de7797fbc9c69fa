package dmhq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Keys as a person has them who never heard of dmhq: made by the real ssh-keygen. */
public final class Keys {

    private Keys() {}

    /** Makes a private key and its {@code .pub} beside it; an empty passphrase is none. */
    public static Path make(Path file, String type, String passphrase) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        RealProgram.Outcome outcome = RealProgram.named("ssh-keygen")
                .run("-q", "-t", type, "-N", passphrase, "-C", "a key of mine", "-f", file.toString());
        if (outcome.exit() != 0) {
            throw new IOException(outcome.text());
        }
        return file;
    }

    /** Returns the environment in which ssh-keygen is answered a passphrase without anybody there. */
    public static Map<String, String> answering(Path folder, String passphrase) throws IOException {
        Path answer = Files.createTempFile(folder, "answer", "");
        Files.writeString(answer, "#!/bin/sh\necho '" + passphrase + "'\n");
        Files.setPosixFilePermissions(answer, PosixFilePermissions.fromString("rwx------"));
        return Map.of("SSH_ASKPASS", answer.toString(), "SSH_ASKPASS_REQUIRE", "force", "SSH_AUTH_SOCK", "");
    }

    public static Path publicHalf(Path key) {
        return key.resolveSibling(key.getFileName() + ".pub");
    }
}
