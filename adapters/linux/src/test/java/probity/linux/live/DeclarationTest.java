package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;

class DeclarationTest {
    private static final Set<ProbeKind> BREAKPOINTS = Set.of(ProbeKind.KPROBE, ProbeKind.KRETPROBE);

    @Test
    void programs_get_what_ftrace_regs_holds_and_a_constant_pstate() {
        Description description =
                Declaration.of(
                        "7.3", Set.of(ProbeKind.MULTI, ProbeKind.KPROBE, ProbeKind.KRETPROBE));
        RegisterSet entry = description.set(ProbeKind.MULTI, Side.ENTRY).orElseThrow();
        RegisterSet exit = description.set(ProbeKind.MULTI, Side.EXIT).orElseThrow();

        assertThat(entry.state("x8").isPopulated()).isTrue();
        assertThat(entry.state("x9")).isEqualTo(FieldState.UNPOPULATED);
        assertThat(entry.state("x30").isPopulated()).isTrue();
        assertThat(exit.state("x8")).isEqualTo(FieldState.UNPOPULATED);
        assertThat(exit.state("x30")).isEqualTo(FieldState.UNPOPULATED);
        assertThat(exit.state("sp").isPopulated()).isTrue();
        assertThat(exit.state("pstate")).isEqualTo(FieldState.constant(5));
        assertThat(entry.offsets()).containsEntry("x29", 232).containsEntry("pstate", 264);
        assertThat(description.stage()).isEqualTo(Stage.COEXISTING);
        assertThat(description.offers(ProbeKind.SESSION, Side.EXIT)).isFalse();
        assertThat(description.can(Capability.CANCEL)).isFalse();
        assertThat(description.can(Capability.SEES_CODE)).isTrue();
    }

    @Test
    void a_kernel_without_fprobe_has_kretprobe_alone() {
        Description description = Declaration.of("6.1", BREAKPOINTS);

        assertThat(description.stage()).isEqualTo(Stage.LEGACY);
        assertThat(description.sets()).containsOnlyKeys(ProbeKind.KPROBE, ProbeKind.KRETPROBE);
        assertThat(description.offers(ProbeKind.KRETPROBE, Side.ENTRY)).isFalse();
        assertThat(description.set(ProbeKind.KRETPROBE, Side.EXIT).orElseThrow().fields())
                .hasSize(34)
                .allSatisfy((field, state) -> assertThat(state.isPopulated()).isTrue());
        assertThat(description.can(Capability.SEES_CODE)).isTrue();
    }

    @Test
    void fprobes_get_ftrace_regs_of_which_an_event_shows_a_part() {
        Description description = Declaration.of("7.3", Set.of(ProbeKind.MULTI, ProbeKind.FPROBE));
        RegisterSet entry = description.set(ProbeKind.FPROBE, Side.ENTRY).orElseThrow();
        RegisterSet exit = description.set(ProbeKind.FPROBE, Side.EXIT).orElseThrow();

        assertThat(entry.kind()).isEqualTo(SetKind.LIGHT);
        assertThat(entry.state("x8").isPopulated()).isTrue();
        assertThat(entry.fields()).doesNotContainKey("pstate");
        assertThat(entry.hidden()).containsExactlyInAnyOrder("x8", "x30");
        assertThat(exit.fields()).hasSize(11);
        assertThat(exit.hidden()).containsExactly("x1", "x2", "x3", "x4", "x5", "x6", "x7");
        assertThat(description.can(Capability.STACK_HELPERS)).isTrue();
        assertThat(description.can(Capability.STACK_HELPERS, ProbeKind.FPROBE, Side.EXIT))
                .isFalse();
        assertThat(description.can(Capability.SEES_RETURN_IP, ProbeKind.FPROBE, Side.ENTRY))
                .isFalse();
        assertThat(description.can(Capability.SEES_RETURN_IP, ProbeKind.FPROBE, Side.EXIT))
                .isTrue();
        assertThat(description.can(Capability.PERF_OUTPUT, ProbeKind.FPROBE, Side.EXIT)).isTrue();
    }

    @Test
    void every_capability_that_fprobes_lack_is_declared_of_others() {
        Description description =
                Declaration.of("7.3", Set.of(ProbeKind.MULTI, ProbeKind.SESSION, ProbeKind.FPROBE));

        assertThat(description.lacking()).containsOnlyKeys(ProbeKind.FPROBE);
        description
                .lacking()
                .get(ProbeKind.FPROBE)
                .forEach(
                        (side, lacking) ->
                                assertThat(description.capabilities()).containsAll(lacking));
        assertThat(Declaration.of("6.1", BREAKPOINTS).lacking()).isEmpty();
    }
}
