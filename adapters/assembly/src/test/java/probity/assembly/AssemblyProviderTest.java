package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

class AssemblyProviderTest {
    @TempDir Path directory;

    @Test
    void it_is_found_by_its_scheme() {
        assertThat(ServiceLoader.load(CandidateProvider.class))
                .filteredOn(provider -> provider.scheme().equals("asm"))
                .singleElement()
                .satisfies(
                        provider -> {
                            assertThat(provider).isInstanceOf(AssemblyProvider.class);
                            assertThat(provider.known()).containsExactly("asm:<dir>");
                            assertThat(provider.releaseLine("dir")).containsExactly("asm:dir");
                        });
    }

    @Test
    void an_address_without_a_directory() {
        assertThat(refusal("").toString())
                .isEqualTo(
                        "The address 'asm:' names no directory. [asm-no-directory]\n"
                                + "  Hint: Write asm:<dir>, with the path of a directory that holds"
                                + " candidate.properties.");
    }

    @Test
    void an_impossible_path() {
        assertThat(refusal("no\0where").code()).isEqualTo("asm-missing-directory");
    }

    @Test
    void one_problem_is_the_diagnostic_itself() {
        new Miniature(directory).without(PropertiesFile.NAME);
        assertThat(refusal(directory.toString()).code()).isEqualTo("asm-no-properties");
    }

    @Test
    void several_problems_come_as_one_diagnostic_that_lists_them() {
        new Miniature(directory)
                .adding("entry.spp = 96")
                .elf(Miniature.text().global("hook_entry", Miniature.TEXT).undefined("memcpy"));
        Diagnostic refusal = refusal(directory.toString());
        assertThat(refusal.code()).isEqualTo("asm-problems");
        assertThat(refusal.message())
                .isEqualTo(
                        "The trampolines in %s cannot be used: there are 4 problems."
                                .formatted(directory));
        assertThat(refusal.causes())
                .hasSize(4)
                .startsWith(
                        "Line 10 of candidate.properties has the unknown key 'entry.spp'. [unknown-key]\n"
                                + "    Hint: Did you mean 'entry.sp'?");
        assertThat(refusal.hint())
                .isEqualTo(
                        "Nothing has been run. docs/trampolines-from-outside.md explains each of them.");
    }

    private static Diagnostic refusal(String rest) {
        CandidateUnavailable refused =
                catchThrowableOfType(
                        CandidateUnavailable.class, () -> new AssemblyProvider("").open(rest));
        assertThat(refused).as("an address that leads nowhere").isNotNull();
        return refused.diagnostic();
    }
}
