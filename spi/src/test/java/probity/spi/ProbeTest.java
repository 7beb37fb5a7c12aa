package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Probe BARE = Probe.of("p", ProbeKind.FPROBE, "leaf", "outer");

    @Test
    void startsWithoutHandlersDataCookiesOrPool() {
        assertThat(BARE.functions()).containsExactly("leaf", "outer");
        assertThat(BARE.script(Side.ENTRY)).isEmpty();
        assertThat(BARE.script(Side.EXIT)).isEmpty();
        assertThat(BARE.actions(Side.EXIT)).isEmpty();
        assertThat(BARE.entryData()).isZero();
        assertThat(BARE.cookies()).isEmpty();
        assertThat(BARE.maxActive()).isZero();
    }

    @Test
    void eachStepAddsOneThingAndKeepsTheRest() {
        Probe full =
                BARE.onEntry(new Action.Cancel())
                        .onExit(new Action.Fault())
                        .withData(16)
                        .withCookies(List.of(1L, 2L))
                        .withMaxActive(3);

        assertThat(full)
                .isEqualTo(
                        new Probe(
                                "p",
                                ProbeKind.FPROBE,
                                List.of("leaf", "outer"),
                                full.script(Side.ENTRY),
                                full.script(Side.EXIT),
                                16,
                                List.of(1L, 2L),
                                3));
        assertThat(full.script(Side.ENTRY)).contains(Script.of(new Action.Cancel()));
        assertThat(full.script(Side.EXIT)).contains(Script.of(new Action.Fault()));
        assertThat(full.actions(Side.EXIT)).containsExactly(new Action.Fault());
    }

    @Test
    void eachOtherValueReplacesOneThingAndKeepsTheRest() {
        Probe other =
                BARE.onEntry(new Action.Cancel())
                        .onExit(new Action.Fault())
                        .withCookies(List.of(1L))
                        .withName("q")
                        .withKind(ProbeKind.SESSION)
                        .withFunctions(List.of("inner"))
                        .withScript(Side.ENTRY, Optional.empty());

        assertThat(other)
                .isEqualTo(
                        new Probe(
                                "q",
                                ProbeKind.SESSION,
                                List.of("inner"),
                                Optional.empty(),
                                Optional.of(Script.of(new Action.Fault())),
                                0,
                                List.of(1L),
                                0));
    }

    @Test
    void anIllFormedRequestCanBeExpressed() {
        Probe wrong = Probe.of("", ProbeKind.MULTI).withData(-1).withCookies(List.of(1L));

        assertThat(wrong.functions()).isEmpty();
        assertThat(wrong.entryData()).isNegative();
        assertThat(wrong.cookies()).hasSize(1);
    }
}
