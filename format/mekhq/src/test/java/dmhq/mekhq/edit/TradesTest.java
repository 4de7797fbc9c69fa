package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.Fixtures;
import dmhq.mekhq.RealSaves;
import dmhq.mekhq.Save;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.TransactionKind;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.Packing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever four campaigns trade, nothing is made, nothing is lost, and nothing dangles. */
class TradesTest {

    private static final List<String> SAVES =
            List.of("foxs-teeth.cpnx", "sorenson-sabres.cpnx", "binary-bravo.cpnx", "kewran-wolfhounds.cpnx");
    private static final int TRADES = 40;

    @ParameterizedTest
    @ValueSource(longs = {11, 13})
    void the_sum_of_all_saves_stays_the_same(long seed) throws Exception {
        var chance = new Random(seed);
        List<Save> saves = new ArrayList<>();
        for (String name : SAVES) {
            Edit seedMoney = new Edit.Wire(TransactionKind.STARTING_CAPITAL, 10_000_000, "Seed");
            saves.add(RealSaves.read(name).with(List.of(seedMoney)).save());
        }
        List<Save> before = List.copyOf(saves);
        List<List<Deed>> deeds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Save> backups = List.of();
        int backedUp = TRADES / 3 + chance.nextInt(TRADES / 2);
        Map<String, Integer> done = new TreeMap<>();
        for (int trade = 0; trade < TRADES; trade++) {
            int from = chance.nextInt(4);
            int to = (from + 1 + chance.nextInt(3)) % 4;
            String what = trade(saves, deeds, from, to, chance, new UUID(seed, trade));
            done.merge(what, 1, Integer::sum);
            backups = trade == backedUp ? List.copyOf(saves) : backups;
        }

        assertThat(total(saves)).as("seed %d", seed).isEqualTo(total(before));
        assertThat(done.keySet()).as("seed %d", seed).contains("money", "unit", "person", "spares");
        for (int each = 0; each < 4; each++) {
            Set<String> dangling = new TreeSet<>(Dangling.in(xml(saves.get(each))));
            dangling.removeAll(Dangling.in(xml(before.get(each))));
            assertThat(dangling).as("seed %d", seed).isEmpty();
            List<Deed> all = deeds.get(each);
            for (int prefix = 0; prefix <= all.size(); prefix++) {
                assertThat(applied(saves.get(each), all.subList(0, prefix)))
                        .as("seed %d", seed)
                        .isSameAs(saves.get(each));
            }
            assertThat(xml(applied(backups.get(each), all)))
                    .as("seed %d, all done again to a backup", seed)
                    .isEqualTo(xml(saves.get(each)));
        }
    }

    /** What one side of a trade has to do, with the mark that it leaves. */
    private record Deed(String reference, Edit edit) {

        List<Edit> edits() {
            return edit instanceof Edit.Wire
                    ? List.of(edit)
                    : List.of(edit, new Edit.LedgerNote("[" + reference + "]"));
        }
    }

    /** Does what has left no mark yet, in order. */
    private static Save applied(Save save, List<Deed> deeds) throws Exception {
        Save now = save;
        for (Deed deed : deeds) {
            now = now.mentions(deed.reference()) ? now : now.with(deed.edits()).save();
        }
        return now;
    }

    /** Lets one side give and the other get; what cannot leave stays, and is counted as nothing. */
    private static String trade(List<Save> saves, List<List<Deed>> deeds, int from, int to, Random chance, UUID spareId)
            throws Exception {
        String reference = spareId.toString();
        Save giver = saves.get(from);
        Save taker = saves.get(to);
        Edit out;
        Edit in;
        String what;
        try {
            switch (chance.nextInt(4)) {
                case 0 -> {
                    long amount = 1L + chance.nextInt(1_000_000);
                    out = new Edit.Wire(-amount, "To " + taker.name() + " [" + reference + "]");
                    in = new Edit.Wire(amount, "From " + giver.name() + " [" + reference + "]");
                    what = "money";
                }
                case 1 -> {
                    Unit unit = giver.units().get(chance.nextInt(giver.units().size()));
                    out = new Edit.RemoveUnit(unit.id(), unit.name());
                    in = new Edit.AddUnit(giver.loading().unit(unit.id()), spareId, chance.nextInt(3), unit.name());
                    what = "unit";
                }
                case 2 -> {
                    Person person =
                            giver.people().get(chance.nextInt(giver.people().size()));
                    out = new Edit.RemovePerson(person.id(), person.name());
                    in = new Edit.AddPerson(
                            giver.loading().person(person.id()),
                            spareId,
                            taker.date().plusDays(chance.nextInt(3) - 1),
                            person.name());
                    what = "person";
                }
                default -> {
                    List<Part> spares =
                            giver.parts().stream().filter(Part::isSpare).toList();
                    if (spares.isEmpty()) {
                        return "nothing";
                    }
                    Part part = spares.get(chance.nextInt(spares.size()));
                    int count = 1 + chance.nextInt(part.count());
                    out = new Edit.RemoveSpares(part.id(), count, part.name());
                    in = new Edit.AddSpares(giver.loading().spares(part.id(), count), 0, part.name());
                    what = "spares";
                }
            }
        } catch (ImpossibleEditException e) {
            return "refused";
        }
        if (taker.obstacle(List.of(in)).isPresent()) {
            return "not taken";
        }
        Deed leaving = new Deed(reference, out);
        Deed coming = new Deed(reference, in);
        saves.set(from, applied(giver, List.of(leaving)));
        saves.set(to, applied(taker, List.of(coming)));
        deeds.get(from).add(leaving);
        deeds.get(to).add(coming);
        return what;
    }

    /** Counts everything there is in all saves together. */
    private static Map<String, Long> total(List<Save> saves) {
        Map<String, Long> total = new TreeMap<>();
        for (Save save : saves) {
            total.merge("C-bills", save.funds(), Long::sum);
            save.units().forEach(unit -> total.merge("unit " + unit.id() + " " + unit.name(), 1L, Long::sum));
            save.people()
                    .forEach(person -> total.merge("person " + person.id() + " " + person.skills(), 1L, Long::sum));
            save.parts().forEach(part -> total.merge("part " + part.name(), (long) part.count(), Long::sum));
        }
        return total;
    }

    private static byte[] xml(Save save) throws Exception {
        byte[] file = save.with(List.of()).file();
        return (Packing.of(file) == Packing.GZIP ? Fixtures.text(Fixtures.gunzip(file)) : Fixtures.text(file))
                .getBytes(UTF_8);
    }
}
