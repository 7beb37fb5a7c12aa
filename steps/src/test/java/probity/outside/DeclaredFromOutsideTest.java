package probity.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.judge.Verdict;
import probity.reference.Designs;
import probity.report.Ruling;
import probity.run.ConformanceRun;

/** The judge holds trampolines from outside to what their properties say beyond the offsets. */
class DeclaredFromOutsideTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("basedir", ""))
                    .toAbsolutePath()
                    .resolveSibling("adapters/assembly/src/example/light-elf");

    @TempDir Path directory;

    @Test
    void a_relocated_context_denies_what_nobody_saved_or_reads_it_as_zero() throws Exception {
        Files.write(
                directory.resolve("trampolines.elf"),
                Files.readAllBytes(EXAMPLE.resolve("trampolines.elf")));
        for (String unsaved : List.of("zero", "denied")) {
            properties(
                    "context.policy = sparse",
                    "context.policy = relocated\ncontext.unsaved = " + unsaved);
            assertThat(rulings("PTR-01", "PTR-11", "PTR-12"))
                    .extracting(Ruling::verdict)
                    .contains(Verdict.PASS)
                    .containsOnly(Verdict.PASS, Verdict.UNSUPPORTED);
        }
    }

    @Test
    void kretprobe_is_not_removed_while_somebody_needs_it() throws Exception {
        try (InputStream removed = Designs.class.getResourceAsStream("light-removed.elf")) {
            Files.write(directory.resolve("trampolines.elf"), removed.readAllBytes());
        }
        properties("kretprobe.stage = 1", "kretprobe.stage = 3");
        assertThat(rulings("RET-08")).extracting(Ruling::verdict).doesNotContain(Verdict.FAIL);
        properties("kretprobe.stage = 1", "kretprobe.stage = 3\nkretprobe.users = systemtap, perf");
        assertThat(rulings("RET-08"))
                .filteredOn(ruling -> ruling.verdict() == Verdict.FAIL)
                .singleElement()
                .extracting(Ruling::screen)
                .asString()
                .contains(
                        "the list of users that still need kretprobe should be empty but is"
                                + " systemtap, perf");
    }

    private List<Ruling> rulings(String... clauses) throws Exception {
        return ConformanceRun.of("asm:" + directory).clauses(clauses).run().rulings();
    }

    private void properties(String line, String instead) throws IOException {
        String text = Files.readString(EXAMPLE.resolve("candidate.properties"));
        assertThat(text).contains(line);
        Files.writeString(directory.resolve("candidate.properties"), text.replace(line, instead));
    }
}
