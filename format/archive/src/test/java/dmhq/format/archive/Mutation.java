package dmhq.format.archive;

import dmhq.format.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** JSON with something changed at random: a value, a member left out, an element twice. */
final class Mutation {

    private static final List<Json> ODD = List.of(
            new Json.Null(),
            new Json.Text(""),
            new Json.Text("host"),
            new Json.Text("00".repeat(32)),
            new Json.Text("\u001b[2J"),
            Json.Amount.of(-1),
            Json.Amount.of(0),
            Json.Amount.of(Integer.MAX_VALUE),
            Json.Amount.of(Integer.MIN_VALUE),
            Json.Amount.of(Json.LARGEST),
            new Json.Amount(-Json.LARGEST, 3),
            new Json.Flag(true),
            Json.Elements.of(),
            new Json.Members(Map.of()));

    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    Json of(Json json) {
        if (json instanceof Json.Members object && !object.members().isEmpty() && random.nextInt(8) > 0) {
            return members(object);
        }
        if (json instanceof Json.Elements array && !array.elements().isEmpty() && random.nextInt(8) > 0) {
            return elements(array);
        }
        if (json instanceof Json.Amount number && random.nextBoolean() && Math.abs(number.unscaled()) < 1L << 40) {
            return new Json.Amount(number.unscaled() + random.nextInt(-2, 3), number.decimals());
        }
        return ODD.get(random.nextInt(ODD.size()));
    }

    private Json members(Json.Members object) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
        if (random.nextInt(8) == 0) {
            members.remove(name);
        } else {
            members.computeIfPresent(name, (same, value) -> of(value));
        }
        return new Json.Members(members);
    }

    private Json elements(Json.Elements array) {
        List<Json> elements = new ArrayList<>(array.elements());
        int at = random.nextInt(elements.size());
        switch (random.nextInt(8)) {
            case 0 -> elements.remove(at);
            case 1 -> elements.add(elements.get(at));
            default -> elements.set(at, of(elements.get(at)));
        }
        return new Json.Elements(elements);
    }
}
