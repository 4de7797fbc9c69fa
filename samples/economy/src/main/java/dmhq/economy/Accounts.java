package dmhq.economy;

import dmhq.format.SeatId;

/** The names of accounts and holds in the ledger, one for everything that can have units. */
final class Accounts {

    /** Where units come from; always below 0. */
    static final String WORLD = "world";

    /** Units on their way from a pool to those who gathered them, within a tick. */
    static final String HAUL = "haul";

    /** What agents have eaten. */
    static final String EATEN = "eaten";

    /** What is in fields and halls. */
    static final String BUILT = "built";

    /** What was spent on training. */
    static final String TRAINING = "training";

    /** What was paid for leases. */
    static final String RENT = "rent";

    private Accounts() {}

    static String pool(String name) {
        return "pool " + name;
    }

    static String store(SeatId seat) {
        return "store " + seat;
    }

    static String load(AgentId agent) {
        return "load " + agent;
    }

    /** The id under which a bid is held. */
    static String bid(String pool, SeatId seat) {
        return "bid " + pool + " " + seat;
    }
}
