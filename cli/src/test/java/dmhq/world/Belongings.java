package dmhq.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dmhq.format.Bytes;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.workspace.Home;
import dmhq.workspace.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** All that a player has on disk, as it is and as the player can open it. */
final class Belongings {

    private static final int LARGEST = 1 << 26;
    private static final Pattern SEALING_KEY = Pattern.compile("AGE-SECRET-KEY-1[A-Z0-9]+");
    private static final Pattern SIGNING_KEY =
            Pattern.compile("-----BEGIN OPENSSH PRIVATE KEY-----([^-]+)-----END", Pattern.DOTALL);

    private final SortedMap<Path, List<String>> texts = new TreeMap<>();
    private final SortedMap<Path, PackedFile> archives = new TreeMap<>();

    private Belongings() {}

    static Belongings of(Player player) throws Exception {
        Belongings belongings = new Belongings();
        Identity identity = new Home(player.unharmed()).identity();
        for (Path file : Backup.filesBelow(List.of(player.root()))) {
            belongings.add(file, identity);
        }
        return belongings;
    }

    private void add(Path file, Identity identity) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> found = new ArrayList<>();
        found.add(new String(bytes, ISO_8859_1));
        try {
            byte[] plain = Seal.isSealed(bytes) ? identity.open(bytes, LARGEST) : bytes;
            if (plain.length > 2 && plain[0] == 'P' && plain[1] == 'K') {
                PackedFile packed = PackedFile.read(plain);
                archives.put(file, packed);
                packed.entries().values().forEach(entry -> found.add(text(entry)));
            }
        } catch (SealException | ArchiveException e) {
            // Sealed to others or damaged: what is in it cannot be read by this player.
            found.add("");
        }
        texts.put(file, found);
    }

    private static String text(Bytes entry) {
        return new String(entry.toArray(), ISO_8859_1);
    }

    /** Returns what can be read of each file. */
    SortedMap<Path, List<String>> texts() {
        return texts;
    }

    /** Returns the archives of all kinds that can be opened. */
    SortedMap<Path, PackedFile> archives() {
        return archives;
    }

    /** Returns what is in the home of a player and must be in no file of anyone else: as text, and as bytes. */
    static List<String> secrets(Player player) throws IOException {
        List<String> secrets = new ArrayList<>();
        for (Path file : Backup.filesBelow(List.of(player.home().resolve("identity")))) {
            addKeys(Files.readString(file).replace("\\n", "\n"), secrets);
        }
        for (Path file : Backup.filesBelow(List.of(player.home().resolve("secrets")))) {
            var hex = Pattern.compile("[0-9a-f]{64}").matcher(Files.readString(file));
            while (hex.find()) {
                secrets.add(hex.group());
                secrets.add(text(Bytes.ofHex(hex.group())));
            }
        }
        return secrets;
    }

    private static void addKeys(String text, List<String> secrets) {
        SEALING_KEY.matcher(text).results().map(MatchResult::group).forEach(secrets::add);
        SIGNING_KEY.matcher(text).results().forEach(found -> {
            String signing = found.group(1).replaceAll("\\s", "");
            secrets.add(signing);
            secrets.add(seed(Base64.getDecoder().decode(signing)));
        });
    }

    /** The private half in an OpenSSH key: the first 32 of the last 64 bytes that have their length before them. */
    private static String seed(byte[] key) {
        for (int at = key.length - 68; at >= 0; at--) {
            if (key[at] == 0 && key[at + 1] == 0 && key[at + 2] == 0 && key[at + 3] == 64) {
                return new String(Arrays.copyOfRange(key, at + 4, at + 36), ISO_8859_1);
            }
        }
        throw new IllegalStateException("an OpenSSH key has its private half in it");
    }
}
