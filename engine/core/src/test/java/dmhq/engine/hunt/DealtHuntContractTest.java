package dmhq.engine.hunt;

import dmhq.engine.RuleSet;

/** The laws, for rules that deal. */
class DealtHuntContractTest extends HuntContractTest {

    @Override
    protected RuleSet<Hunt, HuntAction, HuntEvent> rules() {
        return new DealtHunt();
    }
}
