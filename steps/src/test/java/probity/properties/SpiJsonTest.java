package probity.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Counts;
import probity.spi.Diagnostic;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Helper;
import probity.spi.Irregularity;
import probity.spi.Observation;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.Sample;
import probity.spi.Side;
import probity.spi.StepResult;
import probity.spi.TrampolineRun;
import probity.spi.Walk;
import probity.spi.Word;

/** Every record of the SPI survives being written and read. */
class SpiJsonTest {
    private static final RegisterFile FILE =
            RegisterFile.empty(Architecture.ARM64)
                    .with("x0", -1)
                    .with("sp", Long.MIN_VALUE)
                    .with("v3", new Word(-2, 7));
    private static final CallResult RESULT =
            new CallResult(
                    Ending.TRAP, Optional.of(FILE), Bytes.parse("00ff"), "why", List.of("line"));

    private static List<Action> actions() {
        return List.of(
                new Action.Capture("c"),
                new Action.Read("r", "x1"),
                new Action.Write("w", "x0", -5),
                new Action.Sample("s", List.of("x0", "pc")),
                new Action.Walk("k", Action.Walk.From.HERE),
                new Action.Help("h", Helper.GET_FUNC_IP),
                new Action.StoreData(8, Long.MIN_VALUE),
                new Action.StoreField(0, "sp"),
                new Action.LoadData("d"),
                new Action.Cancel(),
                new Action.Call("n", "leaf", FILE),
                new Action.Park(),
                new Action.Fault());
    }

    private static List<Observation> observations() {
        Walk walk = new Walk(List.of(1L, -2L));
        Sample sample = new Sample(Sample.Mode.KERNEL, -3, List.of(4L), FILE);
        return List.of(
                new Observation.Captured("c", FILE),
                new Observation.ReadField("r", "x1", Optional.of(Word.of(9))),
                new Observation.ReadField("r", "x1", Optional.empty()),
                new Observation.Wrote("w", "x0", -22),
                new Observation.Sampled("s", 0, Optional.of(sample)),
                new Observation.Walked("k", Action.Walk.From.CONTEXT, walk),
                new Observation.Helped("h", Helper.GET_STACK, -14, List.of(1L)),
                new Observation.Loaded("d", Bytes.parse("0102")),
                new Observation.Called("n", "leaf", RESULT),
                new Observation.Faulted("f", "text"));
    }

    private static List<Plan.Step> steps() {
        Action[] script = actions().toArray(Action[]::new);
        Probe probe =
                Probe.of("p", ProbeKind.SESSION, "leaf", "inner")
                        .onEntry(script)
                        .withData(8)
                        .withCookies(List.of(-1L, 2L))
                        .withMaxActive(3);
        return List.of(
                new Plan.Attach(probe),
                new Plan.Call(0, 1, "leaf", FILE, List.of(-7L), 3),
                new Plan.Continue(0),
                new Plan.Move(0, 1),
                new Plan.WalkTask(0),
                new Plan.EndTask(0),
                new Plan.Disable("p"),
                new Plan.Enable("p"),
                new Plan.Detach("p"));
    }

    private static List<StepResult> results() {
        return List.of(
                new Attached(Optional.of("notice")),
                new Refused("EINVAL", "No."),
                RESULT,
                new Done(),
                new Walk(List.of(5L)));
    }

    static List<Object> records() {
        OptionalLong none = OptionalLong.empty();
        List<Object> all = new ArrayList<>(List.of(new Plan(steps())));
        Execution seen =
                Toy.plain()
                        .judgement(
                                new Plan.Attach(
                                        Probe.of("p", ProbeKind.FPROBE, "tail_caller", "leaf")
                                                .onEntry(new Action.Capture("c"))
                                                .onExit()),
                                Toy.call("tail_caller"))
                        .actual();
        Irregularity irregularity =
                new Irregularity(Irregularity.Kind.STACK_WRITE, 0, 1, 2, "text");
        all.add(
                new Execution(
                        results(),
                        seen.events(),
                        seen.activations(),
                        List.of(irregularity),
                        List.of(new TrampolineRun("hook_entry", Side.ENTRY, 1, 2, 3))));
        all.add(new ToyDescription().build());
        all.addAll(Toy.plain().targets().values());
        all.add(new Counts(OptionalLong.of(1), none, none, OptionalLong.of(2), none, none));
        all.add(new Options(-1, 2));
        all.add(new Diagnostic("code", "message", List.of("cause"), "hint"));
        all.add(new RandomCase("property", "reference", -9, new Plan(steps())));
        return all;
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenIsReadBack(Object value) {
        String json = SpiJson.write(value);
        assertThat((Object) SpiJson.read(json, value.getClass())).isEqualTo(value);
        assertThat(SpiJson.write(SpiJson.read(json, value.getClass()))).isEqualTo(json);
    }

    @Test
    void observationsAreReadBack() {
        for (Observation value : observations()) {
            String json = SpiJson.write(value);
            assertThat(SpiJson.read(json, Observation.class)).isEqualTo(value);
        }
    }

    @Test
    void everySealedTypeIsTriedWhole() {
        assertThat(kinds(actions())).isEqualTo(permitted(Action.class));
        assertThat(kinds(observations())).isEqualTo(permitted(Observation.class));
        assertThat(kinds(steps())).isEqualTo(permitted(Plan.Step.class));
        assertThat(kinds(results())).isEqualTo(permitted(StepResult.class));
    }

    private static Set<Class<?>> kinds(List<?> values) {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        values.forEach(value -> kinds.add(value.getClass()));
        return kinds;
    }

    private static Set<Class<?>> permitted(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> each : type.getPermittedSubclasses()) {
            if (each.isSealed()) {
                all.addAll(permitted(each));
            } else {
                all.add(each);
            }
        }
        return all;
    }

    @Test
    void aFileReadsLikeAPlan() {
        String json = SpiJson.write(Plan.of(steps().get(1)));
        assertThat(json)
                .contains("\"is\" : \"Call\"", "\"function\" : \"leaf\"")
                .contains("\"x0\" : \"0xffffffffffffffff\"")
                .contains("\"v3\" : \"0xfffffffffffffffe_0000000000000007\"");
    }

    @Test
    void whatIsNoCaseIsRefusedWithTheReason() {
        assertThatThrownBy(() -> SpiJson.read("{\"steps\": [{\"is\": \"Dance\"}]}", Plan.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("This is no Plan")
                .hasMessageContaining("Dance");
        assertThatThrownBy(() -> SpiJson.read("{}", RandomCase.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("This is no RandomCase");
    }
}
