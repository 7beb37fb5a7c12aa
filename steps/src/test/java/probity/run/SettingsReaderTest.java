package probity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.catalogue.Catalogue;
import probity.spi.Diagnostic;

class SettingsReaderTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Map<String, String> SCHEMES = Map.of("probity.linux.qemu", "the QEMU");

    @TempDir Path directory;

    @Test
    void withoutOptionsTheReferenceIsJudgedByEverything() throws InvalidSettings {
        Settings settings = read(Map.of("user.name", "somebody"));

        assertThat(settings.candidates()).containsExactly("reference");
        assertThat(settings.clauses()).isEmpty();
        assertThat(settings.timeout()).isEmpty();
        assertThat(settings.cases()).isEmpty();
        assertThat(settings.only()).isFalse();
    }

    @Test
    void listsAreReadWithoutBlanksAndRepetitions() throws InvalidSettings {
        Settings settings =
                read(
                        Map.of(
                                "probity.candidate", "reference, java:x,reference",
                                "probity.clauses", "PTR-09,SYM-*",
                                "probity.timeout", "3",
                                "probity.cases", "400"));

        assertThat(settings.candidates()).containsExactly("reference", "java:x");
        assertThat(settings.clauses()).containsExactly("PTR-09", "SYM-*");
        assertThat(settings.timeout()).hasValue(Duration.ofSeconds(3));
        assertThat(settings.cases()).hasValue(400);
        assertThat(settings.only()).isTrue();
    }

    @Test
    void aCommaInAnAddressIsWrittenAfterABackslash() throws InvalidSettings {
        Settings settings =
                read(
                        Map.of(
                                "probity.candidate", "asm:/tmp/a\\,b , reference",
                                "probity.line", "asm:old\\,er,asm:/tmp/a\\,b"));

        assertThat(settings.candidates()).containsExactly("asm:/tmp/a,b", "reference");
        assertThat(settings.line()).containsExactly("asm:old,er", "asm:/tmp/a,b");
        assertThat(CommaList.write(settings.line())).isEqualTo("asm:old\\,er,asm:/tmp/a\\,b");
    }

    @Test
    void aMisspeltOptionIsNamedWithTheOneThatWasMeant() {
        Diagnostic problem = only(Map.of("probity.cluases", "PTR-09"));

        assertThat(problem.code()).isEqualTo("unknown-option");
        assertThat(problem.message()).isEqualTo("There is no option 'probity.cluases'.");
        assertThat(problem.causes()).anyMatch(c -> c.startsWith("known: probity.clauses ("));
        assertThat(problem.hint()).isEqualTo("Did you mean 'probity.clauses'?");
    }

    @Test
    void theOptionsOfSchemesAreKnownToo() throws Exception {
        assertThat(read(Map.of("probity.linux.qemu", "/opt/qemu")).clauses()).isEmpty();

        Diagnostic problem = only(Map.of("probity.linux.qmeu", "/opt/qemu"));

        assertThat(problem.message()).isEqualTo("There is no option 'probity.linux.qmeu'.");
        assertThat(problem.causes()).contains("known: probity.linux.qemu (the QEMU)");
        assertThat(problem.hint()).isEqualTo("Did you mean 'probity.linux.qemu'?");
    }

    @Test
    void anUnknownClauseIsNamed() {
        Diagnostic problem = only(Map.of("probity.clauses", "PTR-09,PTR-99"));

        assertThat(problem.code()).isEqualTo("unknown-clause");
        assertThat(problem.message()).isEqualTo("There is no clause 'PTR-99'.");
        assertThat(problem.causes().get(0)).contains("PTR-09 ", "SYM-01 ");
    }

    @Test
    void aPatternThatMatchesNothingIsAnErrorToo() {
        assertThat(only(Map.of("probity.clauses", "ABC-*")).message())
                .isEqualTo("There is no clause 'ABC-*'.");
    }

    @Test
    void aNumberThatIsNoneIsShown() {
        for (String wrong : List.of("ten", "0", "-1", "9999", "1.5", "")) {
            Diagnostic problem = only(Map.of("probity.timeout", wrong));

            assertThat(problem.code()).isEqualTo("bad-number");
            assertThat(problem.message())
                    .isEqualTo("The option probity.timeout is '" + wrong + "'.");
            assertThat(problem.hint()).isEqualTo("It takes whole seconds from 1 to 3600.");
        }
    }

    @Test
    void aCountOfCasesHasItsOwnRange() {
        Diagnostic problem = only(Map.of("probity.cases", "100001"));

        assertThat(problem.message()).isEqualTo("The option probity.cases is '100001'.");
        assertThat(problem.hint()).isEqualTo("It takes a whole number from 1 to 100000.");
    }

    @Test
    void missingFilesAreNamed() {
        for (String option :
                List.of("probity.waivers", "probity.replay", "probity.candidate.path")) {
            Diagnostic problem = only(Map.of(option, "nowhere/at.all"));

            assertThat(problem.code()).isEqualTo("missing-file");
            assertThat(problem.message())
                    .isEqualTo(
                            "The option "
                                    + option
                                    + " names 'nowhere/at.all', which is not there.");
        }
    }

    @Test
    void aReleaseLineMayStandInAFile() throws Exception {
        Path file =
                Files.writeString(
                        directory.resolve("line.txt"),
                        """
                        # oldest first

                        linux:debian/bookworm
                          asm:/tmp/a\\,b
                        """);

        Settings settings = read(Map.of("probity.line", "@" + file));

        assertThat(settings.line()).containsExactly("linux:debian/bookworm", "asm:/tmp/a,b");
        assertThat(settings.lineFile()).contains(file);
        assertThat(read(Map.of("probity.line", "a,b")).lineFile()).isEmpty();
    }

    @Test
    void candidatesMayStandInAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("all.txt"), "reference\nasm:/tmp/a\n");

        assertThat(read(Map.of("probity.candidate", "@" + file)).candidates())
                .containsExactly("reference", "asm:/tmp/a");
        assertThat(only(Map.of("probity.candidate", "@nowhere")).message())
                .isEqualTo("The option probity.candidate names 'nowhere', which is not there.");
    }

    @Test
    void aReleaseLineThatIsWrongIsRefusedLineByLine() throws Exception {
        Path file =
                Files.writeString(
                        directory.resolve("line.txt"),
                        "reference\n# x\nreference:a,reference:b\nreference\nlinux:x # 6.1\n");

        Diagnostic problem = only(Map.of("probity.line", "@" + file));

        assertThat(problem.code()).isEqualTo("bad-address-file");
        assertThat(problem.message())
                .isEqualTo("The list of addresses in '" + file + "' is not well formed.");
        assertThat(problem.causes())
                .containsExactly(
                        "Line 3: 'reference:a,reference:b' looks like several addresses; in a path"
                                + " a comma is written as '\\,'.",
                        "Line 4: 'reference' stands in line 1 already.",
                        "Line 5: 'linux:x # 6.1' ends in a comment, which needs its own line.");
        assertThat(only(Map.of("probity.line", "@nowhere")).message())
                .isEqualTo("The option probity.line names 'nowhere', which is not there.");
        Files.writeString(file, "# nothing\n");
        assertThat(only(Map.of("probity.line", "@" + file)).causes())
                .containsExactly("It names no candidate.");
    }

    @Test
    void noCandidateIsNotTheDefaultCandidate() {
        assertThat(only(Map.of("probity.candidate", " , ")).code()).isEqualTo("no-candidate");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        List<Diagnostic> problems =
                problems(
                        Map.of(
                                "probity.colour", "red",
                                "probity.timeout", "soon",
                                "probity.clauses", "PTR-99"));

        assertThat(problems)
                .extracting(Diagnostic::code)
                .containsExactly("unknown-option", "unknown-clause", "bad-number");
    }

    @Test
    void aWaiverFileIsReadAsItStands() throws Exception {
        Waivers waivers =
                waivers(
                        """
                        - candidate: reference:*
                          clause: PTR-09
                          scenario: a scenario
                          message: x5
                          reason: known since March
                        """);

        assertThat(waivers.list())
                .containsExactly(
                        new Waiver(
                                "reference:*",
                                "PTR-09",
                                Optional.of("a scenario"),
                                "x5",
                                "known since March"));
    }

    @Test
    void aWaiverFileThatIsWrongIsRefusedWithEveryMistake() {
        String text =
                """
                - candidate: "*"
                  clause: PTR-99
                  mesage: x5
                  reason: ""
                """;

        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, () -> waivers(text));

        assertThat(invalid.diagnostics()).hasSize(1);
        assertThat(invalid.diagnostics().get(0).code()).isEqualTo("bad-waivers");
        assertThat(invalid.diagnostics().get(0).causes())
                .containsExactly(
                        "Waiver 1: the key 'mesage' is unknown.",
                        "Waiver 1: the key 'message' is missing or empty.",
                        "Waiver 1: the key 'reason' is missing or empty.",
                        "Waiver 1: there is no clause 'PTR-99'.");
    }

    @Test
    void aWaiverFileThatIsNoListIsRefused() {
        InvalidSettings invalid =
                catchThrowableOfType(InvalidSettings.class, () -> waivers("candidate: x\n"));

        assertThat(invalid.diagnostics().get(0).causes()).containsExactly("The file is no list.");
    }

    private Waivers waivers(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("waivers.yaml"), text);
        return WaiverReader.read(file, CATALOGUE);
    }

    private static Settings read(Map<String, String> properties) throws InvalidSettings {
        return SettingsReader.read(properties, CATALOGUE, SCHEMES);
    }

    private static List<Diagnostic> problems(Map<String, String> properties) {
        return catchThrowableOfType(InvalidSettings.class, () -> read(properties)).diagnostics();
    }

    private static Diagnostic only(Map<String, String> properties) {
        List<Diagnostic> problems = problems(properties);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
