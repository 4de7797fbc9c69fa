package dmhq.workspace;

import static dmhq.workspace.Intent.answer;
import static dmhq.workspace.Intent.date;
import static dmhq.workspace.Intent.log;
import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.Save;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions with campaigns that were played in MekHQ by people who never heard of dmhq. */
class RealCampaignsTest {

    private static final long CAPITAL = 10_000_000;

    @TempDir
    Path root;

    @Test
    void fox_sabres_and_wolfhounds_trade_across_twenty_three_years_and_no_money_is_lost() throws Exception {
        Path saves = root.resolve("saves");
        Path foxSave = RealSaves.funded("foxs-teeth.cpnx", CAPITAL, saves);
        Path sabresSave = RealSaves.funded("sorenson-sabres.cpnx", CAPITAL, saves);
        Path houndsSave = RealSaves.funded("kewran-wolfhounds.cpnx", CAPITAL, saves);
        Snapshot original = Snapshot.of(saves);
        Table table = Table.seated(
                root,
                3,
                List.of(
                        new Table.Seat("fox", 1, foxSave),
                        new Table.Seat("sabres", 1, sabresSave),
                        new Table.Seat("wolfhounds", 1, houndsSave)));
        Player fox = table.player("fox");
        Player sabres = table.player("sabres");
        Player hounds = table.player("wolfhounds");

        // Turn 2. Fox's own orders are in already; the others ask for more than is there, and then for less.
        assertThat(sabres.submit(wire(sabres, fox, request(1), CAPITAL + 1)).objections())
                .singleElement()
                .asString()
                .contains("10,000,001 C-bills are not there");
        assertThat(sabres.submit(date("3048-08-20")).objections())
                .singleElement()
                .asString()
                .contains("wait until the host has moved on");
        assertThat(hounds.submit(date("3071-05-15")).objections())
                .singleElement()
                .asString()
                .contains("ahead of the host's date 3048-08-19");
        assertThat(sabres.submit(
                                wire(sabres, fox, request(1), 1_000_000),
                                wire(sabres, hounds, request(2), 250_000),
                                log("3048-08-19", "Two wires sent."))
                        .objections())
                .isEmpty();
        assertThat(hounds.submit(wire(hounds, fox, request(3), -300_000), log("3071-05-14", "Greetings from 3071."))
                        .objections())
                .isEmpty();
        assertThat(fox.resolve().missing()).isEmpty();

        // Turn 3. Fox advances a day and agrees to both; Sabres pay; the Wolfhounds want no gift.
        Path foxNextDay = RealSaves.played(foxSave, "3048-08-20", "fox-20.cpnx");
        fox.use(foxNextDay);
        assertThat(fox.submit(date("3048-08-20"), answer(request(1), true), answer(request(3), true))
                        .objections())
                .isEmpty();
        sabres.fetch();
        Path sabresPaid = written(sabres.apply(sabresSave));
        sabres.submit();
        hounds.fetch();
        hounds.submit(answer(request(2), false));
        fox.resolve();

        // Turn 4. Fox takes in and pays in one go; Sabres follow to the new date and get their gift back.
        Path foxSettled = written(fox.apply(foxNextDay));
        fox.submit();
        sabres.fetch();
        Path sabresReturned = written(sabres.apply(sabresPaid));
        Path sabresNextDay = RealSaves.played(sabresReturned, "3048-08-20", "sabres-20.cpnx");
        sabres.use(sabresNextDay);
        assertThat(sabres.submit(date("3048-08-20")).objections()).isEmpty();
        hounds.fetch();
        hounds.submit();
        fox.resolve();
        fox.submit();
        hounds.fetch();
        Path houndsPaid = written(hounds.apply(houndsSave));
        sabres.fetch();

        assertThat(funds(foxSettled)).isEqualTo(CAPITAL + 1_000_000 - 300_000);
        assertThat(funds(sabresReturned)).isEqualTo(CAPITAL - 1_000_000);
        assertThat(funds(houndsPaid)).isEqualTo(CAPITAL + 300_000);
        assertThat(funds(foxSettled) + funds(sabresReturned) + funds(houndsPaid))
                .isEqualTo(3 * CAPITAL);
        assertOnlySettled(sabresSave, sabresPaid, "-1000000", "-250000");
        assertOnlySettled(sabresPaid, sabresReturned, "250000");
        assertOnlySettled(foxNextDay, foxSettled, "1000000", "-300000");
        assertOnlySettled(houndsSave, houndsPaid, "300000");
        assertUntouched(original);
        assertThat(sabres.desk().due()).isEmpty();
        Copies copies = Copies.of(table, fox, sabres, hounds);
        assertThat(copies.wrong()).isEmpty();
        assertThat(copies.records())
                .hasSize(5)
                .allSatisfy((number, digests) -> assertThat(digests).hasSize(1));
    }

    @Test
    void a_gzipped_save_of_today_pays_and_is_paid() throws Exception {
        Path saves = root.resolve("saves");
        Path ropesSave = RealSaves.copy("learning-ropes-0.51.cpnx.gz", saves);
        Path corriganSave = SampleSaves.copy("corrigan.cpnx", saves);
        long together = funds(ropesSave) + funds(corriganSave);
        Snapshot original = Snapshot.of(saves);
        Table table = Table.seated(
                root, 4, List.of(new Table.Seat("ropes", 1, ropesSave), new Table.Seat("corrigan", 2, corriganSave)));
        Player ropes = table.player("ropes");
        Player corrigan = table.player("corrigan");

        corrigan.submit(wire(corrigan, ropes, request(1), 400_000), wire(corrigan, ropes, request(2), -1_500_000));
        ropes.resolve();
        ropes.submit(answer(request(1), true), answer(request(2), true));
        corrigan.fetch();
        Path corriganPaid = written(corrigan.apply(corriganSave));
        corrigan.submit();
        ropes.resolve();
        Path ropesSettled = written(ropes.apply(ropesSave));
        ropes.submit();
        corrigan.fetch();
        corrigan.submit();
        ropes.resolve();
        ropes.submit();
        corrigan.fetch();
        Path corriganSettled = written(corrigan.apply(corriganPaid));

        assertThat(funds(ropesSettled)).isEqualTo(funds(ropesSave) + 400_000 - 1_500_000);
        assertThat(funds(ropesSettled) + funds(corriganSettled)).isEqualTo(together);
        assertOnlySettled(ropesSave, ropesSettled, "400000 CSB", "-1500000 CSB");
        assertOnlySettled(corriganPaid, corriganSettled, "1500000 CSB");
        assertUntouched(original);
        assertThat(Copies.of(table, ropes, corrigan).wrong()).isEmpty();
    }

    private static Path written(Settling.Result result) {
        return Objects.requireNonNull(result.written());
    }

    private static long funds(Path save) throws Exception {
        return Save.read(Files.readAllBytes(save)).funds();
    }

    /** Beside the transactions of these amounts and report lines, the new save is the old one. */
    private static void assertOnlySettled(Path before, Path after, String... amounts) throws Exception {
        List<String> added = SettledSave.added(before, after);
        assertThat(added)
                .filteredOn(line -> line.contains("<amount>"))
                .extracting(line -> line.replaceAll("</?amount>", ""))
                .containsExactly(amounts);
        assertThat(added)
                .filteredOn(line -> line.startsWith("<description>"))
                .hasSize(amounts.length)
                .allSatisfy(line -> assertThat(line).contains("[border-war-"));
        assertThat(added)
                .filteredOn(line -> line.contains("<reportLine>"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("C-bills"));
        assertThat(added)
                .allSatisfy(line -> assertThat(line)
                        .matches("</?transaction>|<(amount|description|date|type|category|reportLine)>.*"));
    }

    private static void assertUntouched(Snapshot original) {
        assertThat(original.files())
                .allSatisfy((file, bytes) -> assertThat(file).hasBinaryContent(bytes));
    }
}
