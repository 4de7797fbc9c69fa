package dmhq.engine;

import java.util.List;

/**
 * The actions of one seat's orders.
 *
 * @param game those of the rule set, in their order
 * @param session those of any session, in their order
 * @param ids the ids of all of them, in the order of the orders
 */
record Wanted<A extends Action>(List<A> game, List<SessionAction> session, List<String> ids) {

    Wanted {
        game = List.copyOf(game);
        session = List.copyOf(session);
        ids = List.copyOf(ids);
    }

    /** Tells whether the seat agrees to go back to a turn. */
    boolean consentsTo(int turn) {
        return session.stream()
                .anyMatch(each -> each instanceof SessionAction.RollbackConsent consent && consent.to() == turn);
    }
}
