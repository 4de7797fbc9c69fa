package dmhq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.hunt.HuntRules;
import dmhq.format.RulesId;
import org.junit.jupiter.api.Test;

class RuleSetsTest {

    /** A ninth version of some rules. */
    public static final class Ninth extends HuntRules {
        @Override
        public RulesId id() {
            return RulesId.of("versioned-hunt", 9);
        }
    }

    /** The version after it, whose text sorts before it. */
    public static final class Tenth extends HuntRules {
        @Override
        public RulesId id() {
            return RulesId.of("versioned-hunt", 10);
        }
    }

    @Test
    void of_one_name_the_newest_version_is_found() {
        assertThat(RuleSets.named("versioned-hunt")).get().isInstanceOf(Tenth.class);
        assertThat(RuleSets.named("no-hunt")).isEmpty();
    }

    @Test
    void every_version_is_found_by_its_id() {
        assertThat(RuleSets.of(RulesId.of("versioned-hunt", 9))).get().isInstanceOf(Ninth.class);
        assertThat(RuleSets.of(RulesId.of("versioned-hunt", 11))).isEmpty();
    }

    @Test
    void rule_sets_are_listed_by_name_and_version() {
        assertThat(RuleSets.all())
                .extracting(rules -> rules.id().toString())
                .containsExactly("hunt@1", "open-hunt@1", "versioned-hunt@9", "versioned-hunt@10");
    }
}
