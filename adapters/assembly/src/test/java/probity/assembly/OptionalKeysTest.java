package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.Miniature.diagnostic;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.CandidateUnavailable;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.Unsaved;

/** {@code kretprobe.users} and {@code context.unsaved}, which most candidates do without. */
class OptionalKeysTest {
    private static final String STAGE = "kretprobe.stage = 1";
    private static final String POLICY = "context.policy = sparse";

    @TempDir Path directory;
    private Miniature miniature;

    @BeforeEach
    void rightOne() {
        miniature = new Miniature(directory);
    }

    @Test
    void without_them_nobody_needs_kretprobe_and_the_policy_decides() throws Exception {
        assertThat(description().kretprobeUsers()).isEmpty();
        assertThat(description().unsaved()).isEqualTo(Unsaved.ZERO);
        miniature.replacing(POLICY, "context.policy = denied");
        assertThat(description().unsaved()).isEqualTo(Unsaved.DENIED);
        miniature.replacing(POLICY, "context.policy = relocated");
        assertThat(description().unsaved()).isEqualTo(Unsaved.ZERO);
    }

    @Test
    void users_are_declared_in_their_order() throws Exception {
        miniature.adding("kretprobe.users = systemtap , trace events,perf");
        assertThat(description().kretprobeUsers())
                .containsExactly("systemtap", "trace events", "perf");
    }

    @Test
    void users_at_stage_3_are_for_RET_08_to_judge() {
        miniature
                .replacing(STAGE, "kretprobe.stage = 3", "kretprobe.users = systemtap")
                .elf(
                        Miniature.text()
                                .global("hook_entry", Miniature.TEXT)
                                .global("hook_return", Miniature.TEXT + 4));
        assertThat(miniature.problems()).isEmpty();
    }

    @Test
    void users_at_stage_2() {
        miniature.replacing(STAGE, "kretprobe.stage = 2", "kretprobe.users = systemtap, perf");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "users-migrated",
                                "Line 3 of candidate.properties names users that still need"
                                        + " kretprobe, but at stage 2 none does: systemtap, perf.",
                                "Delete the line, or set kretprobe.stage to 1."));
    }

    @Test
    void a_name_that_is_missing_between_commas_or_stands_twice() {
        for (String wrong : new String[] {"perf,", ",", "perf, , BPF", "BPF, perf, BPF"}) {
            miniature.adding("kretprobe.users = " + wrong);
            assertThat(miniature.problem())
                    .isEqualTo(
                            diagnostic(
                                    "bad-users",
                                    "Line 10 of candidate.properties sets kretprobe.users to '"
                                            + wrong
                                            + "', which is not a list of different names.",
                                    "Put a comma between two names, such as 'systemtap, trace"
                                            + " events'; if nobody needs kretprobe any more, delete"
                                            + " the line."));
        }
    }

    @Test
    void keys_without_a_value() {
        miniature.adding("kretprobe.users =");
        assertThat(miniature.problem().code()).isEqualTo("empty-value");
        miniature.adding("context.unsaved =");
        assertThat(miniature.problem().code()).isEqualTo("empty-value");
    }

    @Test
    void what_nobody_saved_under_a_relocated_policy() throws Exception {
        miniature.replacing(POLICY, "context.policy = relocated", "context.unsaved = denied");
        assertThat(description().policy()).isEqualTo(ContextPolicy.RELOCATED);
        assertThat(description().unsaved()).isEqualTo(Unsaved.DENIED);
        miniature.replacing(POLICY, "context.policy = relocated", "context.unsaved = zero");
        assertThat(description().unsaved()).isEqualTo(Unsaved.ZERO);
    }

    @Test
    void neither_zero_nor_denied() {
        miniature.replacing(POLICY, "context.policy = relocated", "context.unsaved = 0");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "bad-unsaved",
                                "Line 4 of candidate.properties sets context.unsaved to '0', which"
                                        + " is not zero or denied.",
                                "zero: a program reads 0 from a register that was not stored;"
                                        + " denied: a program that reads it is refused."));
    }

    @Test
    void a_policy_that_leaves_nothing_open() {
        miniature.replacing(POLICY, POLICY, "context.unsaved = zero");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "unsaved-not-open",
                                "Line 4 of candidate.properties sets context.unsaved, but"
                                        + " context.policy is sparse, which leaves nothing open: what"
                                        + " was not stored is zero.",
                                "Delete the line, or set context.policy to relocated."));
        miniature.replacing(POLICY, "context.policy = denied", "context.unsaved = denied");
        assertThat(miniature.problem().message())
                .endsWith("nothing open: who reads what was not stored is refused.");
        miniature.replacing(POLICY, "context.policy = full", "context.unsaved = zero");
        assertThat(miniature.problems().get(0).message())
                .endsWith("nothing open: every register is stored.");
    }

    @Test
    void under_a_misspelt_policy_only_the_policy_is_wrong() {
        miniature.replacing(POLICY, "context.policy = moved", "context.unsaved = denied");
        assertThat(miniature.problem().code()).isEqualTo("bad-policy");
    }

    private Description description() throws CandidateUnavailable {
        return new AssemblyProvider("").open(directory.toString()).describe();
    }
}
