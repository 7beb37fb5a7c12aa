package probity.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Helper;
import probity.spi.Limits;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** The phrases of the features mean what they say. */
class PhrasesTest {
    private static final Limits LIMITS = new Limits(120, 64, 8, 32);

    @Test
    void aProbeIsAKindAndALetter() {
        assertThat(ProbeRef.parse("multi-kprobe program A"))
                .isEqualTo(new ProbeRef(ProbeKind.MULTI, "A"));
        assertThat(ProbeRef.parse("kretprobe K")).isEqualTo(new ProbeRef(ProbeKind.KRETPROBE, "K"));
    }

    @Test
    void handlersAreSaidPerSide() {
        Handlers handlers = Handlers.parse("cancels at entry and captures and faults at exit");

        assertThat(handlers.phrases())
                .containsEntry(Side.ENTRY, List.of("cancels"))
                .containsEntry(Side.EXIT, List.of("captures", "faults"));
    }

    @Test
    void bothSidesDoTheSame() {
        Handlers handlers = Handlers.parse("captures, parks and captures at both sides");

        assertThat(handlers.phrases().get(Side.ENTRY))
                .containsExactly("captures", "parks", "captures")
                .isEqualTo(handlers.phrases().get(Side.EXIT));
    }

    @Test
    void aTableKeepsTheOrderOfItsRows() {
        Handlers handlers =
                Handlers.parse(
                        List.of(
                                List.of("exit", "load the data"),
                                List.of("entry", "capture"),
                                List.of("exit", "capture")));

        assertThat(handlers.phrases().get(Side.EXIT)).containsExactly("load the data", "capture");
    }

    @Test
    void whatIsNoHandlerIsRefused() {
        assertThatThrownBy(() -> Handlers.parse("captures in the middle"))
                .hasMessage("These are no handlers: captures in the middle");
        assertThatThrownBy(() -> script("sneezes")).hasMessage("No handler can do this: sneezes");
    }

    @Test
    void actionsAreReadInOrderWithLabelsOfTheirOwn() {
        assertThat(
                        script(
                                "capture",
                                "captures",
                                "reads x19",
                                "write 0xff51515151515151 to x0",
                                "walks from here",
                                "gets the function ip",
                                "store 0x99aabbccddeeff00 at the last data word",
                                "store sp at the first data word",
                                "does nothing",
                                "cancel the exit"))
                .containsExactly(
                        new Action.Capture("capture 1"),
                        new Action.Capture("capture 2"),
                        new Action.Read("read 3", "x19"),
                        new Action.Write("write 4", "x0", 0xff51515151515151L),
                        new Action.Walk("walk 5", Action.Walk.From.HERE),
                        new Action.Help("help 6", Helper.GET_FUNC_IP),
                        new Action.StoreData(24, 0x99aabbccddeeff00L),
                        new Action.StoreField(0, "sp"),
                        new Action.Cancel());
    }

    @Test
    void aSampleOfAllRegistersLeavesOutPstateAndVectors() {
        Action.Sample sample = (Action.Sample) script("take a perf sample of all registers")[0];

        assertThat(sample.registers())
                .hasSize(33)
                .contains("x0", "x30", "sp", "pc")
                .doesNotContain("pstate", "v0");
    }

    @Test
    void optionsSetOneThing() {
        Probe probe = Probe.of("A", ProbeKind.FPROBE, "one", "two");

        assertThat(applied("16 bytes of data", probe).entryData()).isEqualTo(16);
        assertThat(applied("the most allowed bytes of data", probe).entryData()).isEqualTo(120);
        assertThat(applied("a pool of 3", probe).maxActive()).isEqualTo(3);
        assertThat(applied("a cookie each", probe).cookies()).hasSize(2).doesNotHaveDuplicates();
        assertThat(ProbeOptions.NONE.applyTo(probe, LIMITS)).isEqualTo(probe);
    }

    @Test
    void registerListsHaveRanges() {
        assertThat(Fields.parse(Architecture.ARM64, "x0–x3, x29, sp"))
                .containsExactly("x0", "x1", "x2", "x3", "x29", "sp");
        assertThatThrownBy(() -> Fields.parse(Architecture.ARM64, "x0–x99"))
                .hasMessage("No register is called x99.");
    }

    private static Probe applied(String options, Probe probe) {
        return new ProbeOptions(options).applyTo(probe, LIMITS);
    }

    private static Action[] script(String... phrases) {
        return new ScriptReader(null, Architecture.ARM64, 32).read(List.of(phrases));
    }
}
