package dmhq.economy;

/** What an agent can do in a tick. */
public enum Task {
    /** Claims units from a pool, to carry them. */
    GATHER,
    /** Brings all it carries into the store of its seat. */
    DELIVER,
    /** Works at a field or a hall, with units from the store. */
    BUILD,
    /** Trains a new agent, with units from the store. */
    TRAIN,
    /** Does nothing. */
    REST
}
