package dmhq;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the house and the doors between them; each rule says why, and what to do instead. */
@AnalyzeClasses(
        packages = "dmhq",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

    /** Tests of one room that another's tests use come as a jar. */
    static final class DoNotIncludeTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule the_format_knows_only_itself = noClasses()
            .that()
            .resideInAPackage("dmhq.format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dmhq.engine..",
                    "dmhq.campaign..",
                    "dmhq.transports..",
                    "dmhq.workspace..",
                    "dmhq.cli..",
                    "dmhq.mekhq..")
            .because("a file means the same whoever plays or carries it; put what needs more into engine or cli");

    @ArchTest
    static final ArchRule saves_know_nothing_of_archives = noClasses()
            .that()
            .resideInAPackage("dmhq.mekhq..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dmhq.format..",
                    "dmhq.engine..",
                    "dmhq.campaign..",
                    "dmhq.transports..",
                    "dmhq.workspace..",
                    "dmhq.cli..")
            .because("a save is edited without knowing why; dmhq.workspace joins saves and sessions");

    @ArchTest
    static final ArchRule the_engine_knows_the_format_alone = noClasses()
            .that()
            .resideInAPackage("dmhq.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dmhq.campaign..",
                    "dmhq.transports..",
                    "dmhq.workspace..",
                    "dmhq.cli..",
                    "dmhq.mekhq..",
                    "dmhq.format.disk..",
                    "dmhq.format.container..",
                    "dmhq.format.sealing..")
            .because("the engine turns values into values; take a file apart in format and hand it in");

    @ArchTest
    static final ArchRule a_rule_set_uses_what_any_plug_in_may =
            plugIn("dmhq.campaign..", "Distributed MekHQ gets no door that other games do not have");

    @ArchTest
    static final ArchRule a_sample_uses_what_any_plug_in_may =
            plugIn("dmhq.economy..", "a sample is what others copy from; show them a way that they can go");

    @ArchTest
    static final ArchRule games_are_found_and_not_known = noClasses()
            .that()
            .resideOutsideOfPackage("dmhq.economy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dmhq.economy..")
            .because("a game comes as a plug-in; ask dmhq.engine.RuleSets for it");

    @ArchTest
    static final ArchRule transports_carry_what_they_cannot_read = classes()
            .that()
            .resideInAPackage("dmhq.transports..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dmhq.transports..",
                    "dmhq.format.disk..",
                    "java..",
                    "javax.naming..",
                    "javax.net.ssl..",
                    "javax.xml.stream..",
                    "jakarta.mail..",
                    "org.eclipse.angus..",
                    "org.jspecify..")
            .because("a carrier that knows sessions could get the rules wrong; make parcels in dmhq.workspace");

    @ArchTest
    static final ArchRule transports_do_not_know_each_other = slices().matching("dmhq.transports.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each can be left out; what two of them need belongs into dmhq.transports");

    @ArchTest
    static final ArchRule a_workspace_can_be_used_without_a_command_line = noClasses()
            .that()
            .resideInAPackage("dmhq.workspace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dmhq.cli..", "picocli..")
            .because("a watcher, a page or a server uses the workspace too; print and hint in dmhq.cli");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dmhq.(**)").should().beFreeOfCycles().because("a room is read after those it stands on");

    @ArchTest
    static final ArchRule only_json_imports_jackson = only("com.fasterxml..", "dmhq.format.json..");

    @ArchTest
    static final ArchRule only_the_container_imports_commons_compress =
            only("org.apache.commons..", "dmhq.format.container..");

    @ArchTest
    static final ArchRule only_signing_and_sealing_import_bouncy_castle =
            only("org.bouncycastle..", "dmhq.format.signing..", "dmhq.format.sealing..");

    @ArchTest
    static final ArchRule only_sealing_imports_jagged = only("com.exceptionfactory..", "dmhq.format.sealing..");

    @ArchTest
    static final ArchRule only_star_maps_import_yaml = only("org.snakeyaml..", "dmhq.mekhq.stars..");

    @ArchTest
    static final ArchRule only_connecting_imports_jakarta_mail =
            only("jakarta..", "dmhq.transports.email.connecting..");

    @ArchTest
    static final ArchRule only_email_imports_angus_mail = only("org.eclipse.angus..", "dmhq.transports.email..");

    @ArchTest
    static final ArchRule only_the_command_line_imports_picocli = only("picocli..", "dmhq.cli..");

    @ArchTest
    static final ArchRule the_engine_has_no_files_network_or_threads = noClasses()
            .that()
            .resideInAnyPackage("dmhq.engine..", "dmhq.campaign..", "dmhq.economy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.util.concurrent..",
                    "java.util.random..",
                    "java.security..")
            .because("the same inputs must give the same bytes everywhere; hand in what you need as a value");

    @ArchTest
    static final ArchRule what_is_digested_has_no_floating_point = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("dmhq.engine..", "dmhq.campaign..", "dmhq.economy..", "dmhq.format..")
            .should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(float.class)
            .because("Java versions print some of them differently; scale a long with @Decimals");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameContaining("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name says where code was put, not what it does; name the thing");

    private static ArchRule plugIn(String room, String because) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        room,
                        "dmhq.engine..",
                        "dmhq.format",
                        "dmhq.format.json",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "org.jspecify..")
                .because(because);
    }

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("one room knows each library, so that it can be replaced there");
    }
}
