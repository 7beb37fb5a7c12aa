package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.TrampolineRun;

/** What the linked trampolines are and cost. */
class TrampolinesTest {
    private static List<TrampolineRun> runs(String design, String symbol) {
        try (Rig rig = Rig.of(design)) {
            rig.attach(fprobe("p", "chain_c", "chain_d"));
            return rig.run(call("chain_c", 3)).trampolines().stream()
                    .filter(run -> run.symbol().equals(symbol))
                    .toList();
        }
    }

    @Test
    void theLightEntryTakesAtMost32Instructions() {
        assertThat(runs("light-sparse-1", "hook_entry"))
                .hasSize(2)
                .allMatch(run -> run.instructions() <= 32 && run.side() == Side.ENTRY);
    }

    @Test
    void theLightReturnTakesAtMost20Instructions() {
        assertThat(runs("light-sparse-1", "hook_return"))
                .hasSize(2)
                .allMatch(run -> run.instructions() <= 20 && run.side() == Side.EXIT);
    }

    @Test
    void theFullFrameCostsMore() {
        TrampolineRun light = runs("light-sparse-1", "hook_entry").get(0);
        TrampolineRun full = runs("full-embedded-1", "hook_entry").get(0);

        assertThat(full.instructions()).isGreaterThan(light.instructions());
        assertThat(full.bytesStored()).isGreaterThan(light.bytesStored());
    }

    @Test
    void costsAreThoseOfTheListing() {
        // counted by hand in entry_light.S and return_light.S
        assertThat(runs("light-sparse-1", "hook_entry"))
                .containsOnly(new TrampolineRun("hook_entry", Side.ENTRY, 27, 136, 96));
        assertThat(runs("light-sparse-1", "hook_return"))
                .containsOnly(new TrampolineRun("hook_return", Side.EXIT, 20, 88, 72));
    }

    @Test
    void whatHandlersCallDoesNotCount() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(
                    probe("p", ProbeKind.FPROBE, "leaf")
                            .onEntry(
                                    new probity.spi.Action.Call(
                                            "nested", "chain_a", Rig.arguments(1))));

            assertThat(rig.run(call("leaf")).trampolines())
                    .containsExactly(new TrampolineRun("hook_entry", Side.ENTRY, 27, 136, 96));
        }
    }

    @Test
    void kretprobesTrampolineRunsForKretprobesOnly() {
        assertThat(runs("light-sparse-1", "kretprobe_trampoline")).isEmpty();
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(probe("k", ProbeKind.KRETPROBE, "leaf").onExit(CAPTURE));

            assertThat(rig.run(call("leaf")).trampolines())
                    .containsExactly(new TrampolineRun("kretprobe_trampoline", Side.EXIT, 1, 0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "light-sparse-0, true, false, true",
        "light-sparse-1, true, true, true",
        "light-sparse-2-hand, true, true, true",
        "light-sparse-3, true, true, false",
        "full-embedded-3, true, true, false"
    })
    void eachStageHasItsSymbols(String design, boolean entry, boolean exit, boolean kretprobe) {
        try (Rig rig = Rig.of(design)) {
            assertThat(rig.instance().symbols().contains("hook_entry")).isEqualTo(entry);
            assertThat(rig.instance().symbols().contains("hook_return")).isEqualTo(exit);
            assertThat(rig.instance().symbols().contains("kretprobe_trampoline"))
                    .isEqualTo(kretprobe);
            assertThat(rig.instance().symbols().contains("register_kretprobe"))
                    .isEqualTo(kretprobe);
            assertThat(rig.instance().symbols())
                    .contains("register_fprobe", "register_kprobe")
                    .doesNotContain("register_jprobe", "hook_entry_handler");
        }
    }

    @Test
    void theLinkerScriptPlacesHandlersWhereTheMachineTraps() throws IOException {
        String script = Files.readString(Path.of("src/main/asm/trampolines.ld"));

        for (Map.Entry<String, Long> handler : AddressMap.HANDLERS.entrySet()) {
            assertThat(script)
                    .contains("%s = 0x%x;".formatted(handler.getKey(), handler.getValue()));
        }
        assertThat(script).contains(".text 0x%x :".formatted(AddressMap.TRAMPOLINES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light-sparse-1", "full-embedded-2-hand"})
    void everyTrampolineIsWithinReachOfTheTargets(String name) {
        Trampolines trampolines = Designs.trampolines(Design.parse(name).orElseThrow());
        long reach = 128L << 20;

        assertThat(TargetImage.get().targets())
                .allMatch(
                        target -> Math.abs(trampolines.entryAddress() - target.entryIp()) < reach);
    }

    @Test
    void aMissingSymbolIsNamed() {
        ElfImage empty = new ElfImage(List.of(), Map.of());

        assertThatThrownBy(
                        () ->
                                new Trampolines(
                                        empty,
                                        SetLayout.LIGHT_ENTRY,
                                        Optional.empty(),
                                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The trampolines have no symbol 'hook_entry'.");
    }
}
