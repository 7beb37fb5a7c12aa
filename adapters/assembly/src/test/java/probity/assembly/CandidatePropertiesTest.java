package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.Miniature.diagnostic;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.reference.SetLayout;
import probity.spi.ContextPolicy;
import probity.spi.Diagnostic;
import probity.spi.Stage;
import probity.spi.Unsaved;

class CandidatePropertiesTest {
    @TempDir Path directory;
    private Miniature miniature;

    @BeforeEach
    void rightOne() {
        miniature = new Miniature(directory);
    }

    @Test
    void right_properties_are_read_as_they_stand() {
        miniature.adding("version = 2.1-rc3", "! an old-fashioned comment", "", "entry.fp: 0x50");
        assertThat(miniature.problems()).isEmpty();
        assertThat(miniature.inspection("").properties())
                .isEqualTo(
                        new CandidateProperties(
                                "mini",
                                "2.1-rc3",
                                Stage.COEXISTING,
                                List.of(),
                                ContextPolicy.SPARSE,
                                Unsaved.ZERO,
                                new SetLayout(
                                        112, Map.of("x0", 0, "x29", 80, "x30", 88, "pc", 104)),
                                Optional.of(new SetLayout(112, Map.of("pc", 104))),
                                Optional.empty()));
    }

    @Test
    void missing_name() {
        miniature.replacing("name = mini");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "missing-property",
                                "The property 'name' is missing from candidate.properties.",
                                "It is how reports call the candidate, such as my-light-frame."));
    }

    @Test
    void missing_stage_and_policy() {
        miniature.properties(
                "name = mini\nentry.size = 16\nentry.lr = 0\nentry.pc = 8\nreturn.size = 8\nreturn.pc = 0\n");
        assertThat(miniature.problems())
                .containsExactly(
                        diagnostic(
                                "missing-property",
                                "The property 'kretprobe.stage' is missing from candidate.properties.",
                                "It is 0, 1, 2 or 3."),
                        diagnostic(
                                "missing-property",
                                "The property 'context.policy' is missing from candidate.properties.",
                                "It is full, sparse, relocated or denied."));
    }

    @Test
    void misspelt_key_suggests_the_nearest() {
        miniature.adding("entry.xo = 8");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "unknown-key",
                                "Line 10 of candidate.properties has the unknown key 'entry.xo'.",
                                "Did you mean 'entry.x0'?"));
    }

    @Test
    void a_register_by_its_other_name_suggests_the_kernels() {
        miniature.adding("return.x29 = 80", "entry.cpsr = 16");
        assertThat(miniature.problems())
                .extracting(Diagnostic::hint)
                .containsExactly("Did you mean 'return.fp'?", "Did you mean 'entry.pstate'?");
    }

    @Test
    void a_misspelt_required_key_is_not_missing_besides() {
        miniature.replacing("context.policy = sparse", "context.polcy = sparse");
        assertThat(miniature.problem().hint()).isEqualTo("Did you mean 'context.policy'?");
        miniature.replacing("return.pc = 104", "retrun.pc = 104");
        assertThat(miniature.problem().hint()).isEqualTo("Did you mean 'return.pc'?");
    }

    @Test
    void a_key_far_from_all_lists_what_there_is() {
        miniature.adding("colour = blue");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "unknown-key",
                                "Line 10 of candidate.properties has the unknown key 'colour'.",
                                "The keys are name, version, kretprobe.stage, kretprobe.users,"
                                        + " context.policy, context.unsaved, and size or a register (x0 … x28, fp, lr, sp, pc, pstate) after entry., return. or"
                                        + " kretprobe."));
    }

    @Test
    void duplicate_key() {
        miniature.adding("entry.x0 = 16");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "duplicate-key",
                                "The key 'entry.x0' stands in line 5 of candidate.properties and again in line 10.",
                                "Delete one of the two lines."));
    }

    @Test
    void a_line_without_a_value_or_an_equals_sign() {
        miniature.adding("entry.x1 =", "entry.x2 16", "entry.x3 = 8 \\");
        assertThat(miniature.problems())
                .containsExactly(
                        diagnostic(
                                "property-syntax",
                                "Line 11 of candidate.properties is not of the form key = value: 'entry.x2 16'.",
                                "One property a line; a line that begins with # is a comment; there are no"
                                        + " continuation lines."),
                        diagnostic(
                                "property-syntax",
                                "Line 12 of candidate.properties is not of the form key = value: 'entry.x3 = 8 \\'.",
                                "One property a line; a line that begins with # is a comment; there are no"
                                        + " continuation lines."),
                        diagnostic(
                                "empty-value",
                                "Line 10 of candidate.properties gives 'entry.x1' no value.",
                                "Give it a value, or delete the line."));
    }

    @Test
    void bad_name() {
        miniature.replacing("name = mini", "name = My Frame");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "bad-name",
                                "Line 1 of candidate.properties has the name 'My Frame', which is not made of"
                                        + " lower-case letters, digits and hyphens.",
                                "A name such as my-light-frame goes into test names and reports."));
    }

    @Test
    void bad_stage() {
        miniature.replacing("kretprobe.stage = 1", "kretprobe.stage = 4");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "bad-stage",
                                "Line 2 of candidate.properties sets kretprobe.stage to '4', which is not 0, 1, 2"
                                        + " or 3.",
                                "0: legacy, 1: kretprobe and return hook coexist, 2: users migrated, 3: kretprobe"
                                        + " removed."));
    }

    @Test
    void bad_policy() {
        miniature.replacing("context.policy = sparse", "context.policy = Sparse");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "bad-policy",
                                "Line 3 of candidate.properties sets context.policy to 'Sparse', which is not full,"
                                        + " sparse, relocated or denied.",
                                "Write it in lower case."));
    }

    @Test
    void a_byte_order_mark_and_the_line_ends_of_other_systems_are_read_over() {
        String text = miniature.rightProperties();
        for (String other : List.of("\ufeff" + text, text.replace("\n", "\r\n"))) {
            assertThat(miniature.properties(other).problems()).isEmpty();
        }
    }

    @Test
    void properties_that_are_not_UTF_8() {
        miniature.file(
                PropertiesFile.NAME, "name = m\u00fcller".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "asm-unreadable",
                                "'%s' cannot be read: it is not a text in UTF-8."
                                        .formatted(directory.resolve(PropertiesFile.NAME)),
                                "Save it as UTF-8, or in plain ASCII."));
    }
}
