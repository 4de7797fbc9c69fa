package dmhq.workspace;

import static dmhq.workspace.Intent.answer;
import static dmhq.workspace.Intent.log;
import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.wire;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.archive.PackedFile;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two players say to each other, looked for in everything a third can lay hands on. */
class SecretsTest extends ThreePlayers {

    private static final String LOG_OF_MARL = "OKAPI-4412";
    private static final String LOG_OF_CORRIGAN = "ZEBRA-7731";
    private static final String FUNDS_OF_CORRIGAN = "2745700";
    private static final String WIRE_OF_MARL = "765431";
    private static final String WIRE_OF_CORRIGAN = "1234569";
    private static final String FUNDS_AFTER_WIRE = "1511131";

    SecretsTest() {
        super(13);
    }

    @BeforeEach
    void playThreeTurns() throws Exception {
        corrigan.submit(wire(corrigan, marl, request(1), 1_234_569), log("3025-04-09", LOG_OF_CORRIGAN));
        dovre.submit();
        marl.resolve();
        marl.submit(
                wire(marl, corrigan, request(2), 765_431), answer(request(1), true), log("3025-04-10", LOG_OF_MARL));
        corrigan.fetch();
        corrigan.apply(root.resolve("saves/corrigan.cpnx"));
        corrigan.submit();
        dovre.fetch();
        dovre.submit();
        marl.resolve();
        marl.submit();
        corrigan.fetch();
        dovre.fetch();
    }

    @Test
    void nothing_of_it_is_in_any_file_a_third_player_has_or_can_open() throws Exception {
        assertThat(readableTo(dovre))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                LOG_OF_MARL,
                                LOG_OF_CORRIGAN,
                                FUNDS_OF_CORRIGAN,
                                WIRE_OF_MARL,
                                WIRE_OF_CORRIGAN,
                                FUNDS_AFTER_WIRE));
    }

    @Test
    void all_of_it_is_in_the_files_of_those_two() throws Exception {
        assertThat(String.join("", readableTo(corrigan)))
                .contains(LOG_OF_MARL, LOG_OF_CORRIGAN, FUNDS_OF_CORRIGAN, WIRE_OF_CORRIGAN, FUNDS_AFTER_WIRE);
        assertThat(String.join("", readableTo(marl))).contains(LOG_OF_MARL, LOG_OF_CORRIGAN, WIRE_OF_MARL);
    }

    @Test
    void what_the_host_learns_of_a_seat_does_not_reach_its_trading_partner() throws Exception {
        String partner = String.join("", readableTo(corrigan));

        assertThat(partner).doesNotContain("\"funds\":5000000");
        assertThat(String.join("", readableTo(marl))).contains("\"funds\":5000000");
    }

    /** Returns all that a player has on disk or finds at the post, as it is and as it can be opened. */
    private List<String> readableTo(Player player) throws Exception {
        List<Path> files = new ArrayList<>(table.parcels());
        files.addAll(Snapshot.of(root.resolve(player.name())).files().keySet());
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            texts.add(new String(bytes, ISO_8859_1));
            texts.addAll(opened(player, bytes));
        }
        return texts;
    }

    private static List<String> opened(Player player, byte[] file) throws Exception {
        byte[] plain = file;
        if (Seal.isSealed(file)) {
            try {
                plain = Seal.open(
                        file, new Home(player.surroundings()).identity().sealingKey(), 1 << 28);
            } catch (SealException e) {
                return List.of();
            }
        }
        boolean zip = plain.length > 2 && plain[0] == 'P' && plain[1] == 'K';
        return zip
                ? PackedFile.read(plain).entries().values().stream()
                        .map(SecretsTest::text)
                        .toList()
                : List.of();
    }

    private static String text(Bytes entry) {
        return new String(entry.toArray(), ISO_8859_1);
    }
}
