package dmhq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.HuntRules;
import dmhq.format.RulesId;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Says that it is the ninth version too. */
    public static final class AnotherNinth extends HuntRules {
        @Override
        public RulesId id() {
            return RulesId.of("versioned-hunt", 9);
        }
    }

    @Test
    void two_of_one_name_and_version_are_refused_by_name_instead_of_one_being_picked(@TempDir Path folder)
            throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(RuleSet.class.getName()), AnotherNinth.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);

            assertThatThrownBy(RuleSets::all)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("versioned-hunt@9", Ninth.class.getName(), AnotherNinth.class.getName());
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(RuleSets.of(RulesId.of("versioned-hunt", 9))).get().isInstanceOf(Ninth.class);
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
