package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Attached;
import probity.spi.CallResult;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.FieldState;
import probity.spi.Instance;
import probity.spi.Observation;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.Target;

/** The example with the committed executable opens, starts and hooks; the judge does the rest. */
class ExampleTest {
    private Candidate candidate;
    private Instance instance;

    @BeforeEach
    void open() throws CandidateUnavailable {
        candidate = new AssemblyProvider("").open(Examples.EXECUTABLE.toString());
        instance = candidate.start(Options.defaults());
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void its_description_is_what_the_properties_say() {
        Description description = candidate.describe();
        assertThat(candidate.name()).isEqualTo("example-light-elf");
        assertThat(description.name()).isEqualTo("example-light-elf");
        assertThat(description.version()).isEqualTo("1");
        assertThat(description.stage()).isEqualTo(Stage.COEXISTING);
        assertThat(description.policy()).isEqualTo(ContextPolicy.SPARSE);
        RegisterSet entry = description.set(ProbeKind.FPROBE, Side.ENTRY).orElseThrow();
        assertThat(entry.fields())
                .containsOnlyKeys(
                        "x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x29", "x30", "sp",
                        "pc")
                .allSatisfy((name, state) -> assertThat(state.isPopulated()).isTrue());
        RegisterSet exit = description.set(ProbeKind.MULTI, Side.EXIT).orElseThrow();
        assertThat(exit.state("x8")).isEqualTo(FieldState.UNPOPULATED);
        assertThat(exit.state("pstate").kind()).isEqualTo(FieldState.Kind.CONSTANT);
    }

    @Test
    void a_hooked_call_is_seen_at_both_sides_and_returns_right() {
        Target leaf =
                instance.targets().stream()
                        .filter(target -> target.role() == Role.LEAF)
                        .findFirst()
                        .orElseThrow();
        long unhooked = call(leaf).after().orElseThrow().get("x0");
        Probe probe =
                Probe.of("both", ProbeKind.FPROBE, leaf.name())
                        .onEntry(new Action.Capture("in"))
                        .onExit(new Action.Capture("out"));
        assertThat(instance.attach(probe)).isInstanceOf(Attached.class);

        Execution hooked = instance.run(plan(leaf));

        CallResult result = (CallResult) hooked.steps().get(0);
        assertThat(result.ending()).as(result.detail()).isEqualTo(Ending.RETURNED);
        assertThat(result.after().orElseThrow().get("x0")).isEqualTo(unhooked);
        assertThat(hooked.irregularities()).isEmpty();
        assertThat(hooked.events()).extracting(Event::side).containsExactly(Side.ENTRY, Side.EXIT);
        RegisterFile in = captured(hooked.events().get(0), "in");
        assertThat(in.get("x3")).isEqualTo(3 * 0x101);
        assertThat(in.get("pc")).isEqualTo(leaf.resumeAddress());
        RegisterFile out = captured(hooked.events().get(1), "out");
        assertThat(out.get("x0")).isEqualTo(unhooked);
        assertThat(out.get("pc")).isEqualTo(in.get("x30"));
        assertThat(out.get("sp")).isEqualTo(in.get("sp"));
    }

    @Test
    void a_kretprobe_by_brk_returns_right() {
        Target leaf = instance.targets().get(0);
        long unhooked = call(leaf).after().orElseThrow().get("x0");
        instance.attach(
                Probe.of("return", ProbeKind.KRETPROBE, leaf.name())
                        .onExit(new Action.Capture("out")));
        Execution hooked = instance.run(plan(leaf));
        assertThat(captured(hooked.events().get(0), "out").get("x0")).isEqualTo(unhooked);
        assertThat(((CallResult) hooked.steps().get(0)).after().orElseThrow().get("x0"))
                .isEqualTo(unhooked);
    }

    private CallResult call(Target target) {
        return (CallResult) instance.run(plan(target)).steps().get(0);
    }

    private static Plan plan(Target target) {
        RegisterFile.Builder registers = RegisterFile.builder(Architecture.ARM64);
        for (int i = 0; i < 8; i++) {
            registers.set("x" + i, i * 0x101L);
        }
        return Plan.of(new Plan.Call(0, 0, target.name(), registers.build(), List.of()));
    }

    private static RegisterFile captured(Event event, String label) {
        return event.find(label, Observation.Captured.class).orElseThrow().registers();
    }
}
