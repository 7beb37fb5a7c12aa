package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.probe;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;

/** What is refused, with which errno, and that nothing has changed then. */
class AttachTest {
    static Stream<Arguments> illFormed() {
        Probe multi = probe("p", ProbeKind.MULTI, "leaf");
        Probe kretprobe = probe("p", ProbeKind.KRETPROBE, "leaf").onExit(CAPTURE);
        return Stream.of(
                Arguments.of(fprobe("p"), "EINVAL", "The request names no function."),
                Arguments.of(
                        fprobe("p", "leaf", "nothing"),
                        "ENOENT",
                        "There is no function 'nothing'."),
                Arguments.of(
                        probe("p", ProbeKind.MULTI, "leaf", "nothing").onEntry(CAPTURE),
                        "ESRCH",
                        "There is no function 'nothing'."),
                Arguments.of(
                        fprobe("p", "leaf", "leaf"),
                        "EINVAL",
                        "The request names a function twice."),
                Arguments.of(
                        probe("p", ProbeKind.FPROBE, "leaf"),
                        "EINVAL",
                        "The request has no handler."),
                Arguments.of(
                        multi.onEntry().onExit(),
                        "EINVAL",
                        "A MULTI program runs either at entry or at exit."),
                Arguments.of(multi, "EINVAL", "A MULTI program runs either at entry or at exit."),
                Arguments.of(
                        probe("p", ProbeKind.KPROBE, "leaf").onExit(),
                        "EINVAL",
                        "A KPROBE has one handler, at entry."),
                Arguments.of(
                        probe("p", ProbeKind.KRETPROBE, "leaf").onEntry(),
                        "EINVAL",
                        "A KRETPROBE needs an exit handler."),
                Arguments.of(
                        probe("p", ProbeKind.JPROBE, "leaf").onEntry(),
                        "EOPNOTSUPP",
                        "JPROBE is not supported."),
                Arguments.of(
                        multi.onEntry().withCookies(List.of(1L, 2L)),
                        "EINVAL",
                        "The request has 2 cookies; programs take one per function."),
                Arguments.of(
                        fprobe("p", "leaf").withCookies(List.of(1L)),
                        "EINVAL",
                        "The request has 1 cookies; programs take one per function."),
                Arguments.of(
                        fprobe("p", "leaf").withData(121),
                        "E2BIG",
                        "121 bytes of entry data are more than the 120 that FPROBE gives."),
                Arguments.of(
                        kretprobe.withData(4096),
                        "E2BIG",
                        "4096 bytes of entry data are more than the 120 that KRETPROBE gives."),
                Arguments.of(
                        probe("p", ProbeKind.SESSION, "leaf").onEntry().withData(16),
                        "E2BIG",
                        "16 bytes of entry data are more than the 8 that SESSION gives."),
                Arguments.of(multi.onEntry().withData(8), "EINVAL", "MULTI gives no entry data."),
                Arguments.of(
                        fprobe("p", "leaf").withData(-8),
                        "EINVAL",
                        "Entry data cannot have -8 bytes."),
                Arguments.of(
                        fprobe("p", "leaf").withData(8).onExit(new Action.StoreData(4, 1)),
                        "EINVAL",
                        "8 bytes at offset 4 do not fit into 8 bytes of entry data."),
                Arguments.of(
                        fprobe("p", "leaf")
                                .onEntry(new Action.Call("c", "nothing", Rig.arguments())),
                        "ENOENT",
                        "There is no function 'nothing'."),
                Arguments.of(
                        fprobe("p", "leaf").onEntry(new Action.Read("r", "v0")),
                        "EINVAL",
                        "A register set has no field 'v0'."),
                Arguments.of(
                        multi.onEntry(new Action.Sample("s", List.of("x0", "y"))),
                        "EINVAL",
                        "A register set has no field 'y'."));
    }

    @ParameterizedTest
    @MethodSource("illFormed")
    void isRefusedAndPatchesNothing(Probe probe, String errno, String reason) {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Bytes before = rig.instance().code("leaf");

            assertThat(rig.attach(probe)).isEqualTo(new Refused(errno, reason));

            assertThat(rig.instance().code("leaf")).isEqualTo(before);
            assertThat(rig.attach(fprobe("p", "leaf"))).isInstanceOf(Attached.class);
        }
    }

    @Test
    void entryDataUpToTheLimitIsGiven() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(
                    fprobe("p", "leaf")
                            .onEntry(new Action.LoadData("before"), new Action.StoreData(112, -1))
                            .onExit(new Action.LoadData("after"))
                            .withData(120));

            var events = rig.run(Rig.call("leaf")).events();

            assertThat(events).allMatch(event -> event.dataSize().getAsInt() == 120);
            var before = events.get(0).find("before", probity.spi.Observation.Loaded.class);
            var after = events.get(1).find("after", probity.spi.Observation.Loaded.class);
            assertThat(before.orElseThrow().data()).isEqualTo(Bytes.of(new byte[120]));
            assertThat(after.orElseThrow().data().longAt(112)).isEqualTo(-1);
        }
    }

    @Test
    void entryDataBelongsToOneActivation() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(
                    fprobe("p", "recursive")
                            .onEntry(CAPTURE, new Action.StoreField(0, "x0"))
                            .onExit(new Action.LoadData("data"))
                            .withData(8));

            var events = rig.run(Rig.call("recursive", 3)).events();

            for (int i = 0; i < 4; i++) {
                long stored = Rig.captured(events.get(3 - i)).get("x0");
                var loaded = events.get(4 + i).find("data", probity.spi.Observation.Loaded.class);
                assertThat(loaded.orElseThrow().data().longAt(0)).isEqualTo(stored);
            }
        }
    }
}
