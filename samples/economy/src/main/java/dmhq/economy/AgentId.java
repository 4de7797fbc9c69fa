package dmhq.economy;

import dmhq.format.SeatId;
import java.util.Comparator;

/**
 * The name of an agent, such as {@code ada-1}: its seat, and its number from 1 to 999,999.
 *
 * <p>Refuses any other number, and any other text, with {@link IllegalArgumentException}.
 */
public record AgentId(SeatId seat, int number) implements Comparable<AgentId> {

    static final int MOST = 999_999;

    private static final Comparator<AgentId> ORDER =
            Comparator.comparing(AgentId::seat).thenComparingInt(AgentId::number);

    public AgentId {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("agents are numbered from 1 to " + MOST + ", not " + number);
        }
    }

    /** Returns the agent of that name. */
    public static AgentId parse(String name) {
        if (!name.matches(".+-[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    "an agent is named by seat and number, such as ada-1, not '" + name + "'");
        }
        int hyphen = name.lastIndexOf('-');
        return new AgentId(new SeatId(name.substring(0, hyphen)), Integer.parseInt(name.substring(hyphen + 1)));
    }

    @Override
    public int compareTo(AgentId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return seat + "-" + number;
    }
}
