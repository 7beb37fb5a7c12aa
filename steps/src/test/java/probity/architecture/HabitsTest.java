package probity.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import org.junit.jupiter.api.Test;

/** What no class of any module does. */
class HabitsTest {
    /** And a command that prints a file, to be redirected. */
    @Test
    void onlyTheConsoleReportWritesToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage("probity.report.console..")
                .and()
                .doNotHaveFullyQualifiedName("probity.assembly.LinkerScript")
                .should(ACCESS_STANDARD_STREAMS)
                .check(Code.ALL);
    }

    @Test
    void noClassLogs() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(Code.ALL);
    }

    @Test
    void noStateIsStatic() {
        fields().that().areStatic().should().beFinal().check(Code.ALL);
    }

    @Test
    void noClassEndsTheVirtualMachine() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(Code.ALL);
    }
}
