package dmhq.engine;

/** What a player may want in any session, whatever its rules. */
public sealed interface SessionAction extends Action {

    /**
     * Agrees that the game goes back to an earlier turn, if the host does so in the record these orders
     * are for; else nothing comes of it.
     *
     * @param to the turn after which the game would go on, from 1 on, before the newest
     */
    @About("agree that the game goes back to an earlier turn")
    record RollbackConsent(
            @Filled String actionId,
            @About("the turn to go back to") int to) implements SessionAction {}
}
