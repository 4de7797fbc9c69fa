package dmhq.economy;

import dmhq.engine.About;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.Shape;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a session of the economy can be opened with; each may be left out. */
public record EconomyOptions(
        @About("how many turns the game has") @Nullable Integer turns,

        @About("the points that end the game; 0 for none") @Nullable
        Integer points,

        @About("ticks in a turn") @Nullable Integer ticks,

        @About("who gets units of a pool that has too few") @Nullable
        Sharing sharing,

        @About("how many pools there are; one more than seats if left out") @Nullable
        Integer pools,

        @About("units in a pool at the start") @Nullable Integer poolUnits,

        @About("units beyond which a pool does not grow") @Nullable
        Integer poolMost,

        @About("units by which a pool grows each turn") @Nullable
        Integer regrowth,

        @About("agents of a seat at the start") @Nullable Integer agents,
        @About("units in a store at the start") @Nullable Integer store,
        @About("units an agent gathers in a tick") @Nullable Integer load,

        @About("units that training an agent costs") @Nullable
        Integer training,

        @About("turns for which a pool is leased to the highest bid; 0 for no leases") @Nullable
        Integer leaseTurns) {

    /**
     * Returns the options that JSON stands for.
     *
     * @throws IllegalArgumentException if there is one that is not known, or not of its kind
     */
    static EconomyOptions of(Json.Members given) {
        Codec<EconomyOptions> codec = Codec.of(EconomyOptions.class);
        Map<String, Json> all = new TreeMap<>(given.members());
        for (Shape.Member member : codec.shape().members()) {
            all.putIfAbsent(member.jsonName(), new Json.Null());
        }
        try {
            return codec.decode(new Json.Members(all));
        } catch (JsonException e) {
            throw new IllegalArgumentException("the options of the economy: " + e.getMessage(), e);
        }
    }
}
