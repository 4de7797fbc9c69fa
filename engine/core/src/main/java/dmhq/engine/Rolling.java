package dmhq.engine;

/** When a game rolls dice. */
public enum Rolling {
    /** Nothing is left to chance. */
    NEVER,
    /** Turns are resolved with dice. */
    IN_PLAY,
    /** Dice decide already what the game begins with, and may be rolled in play. */
    FROM_THE_DEAL
}
