package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Toy;
import probity.spi.Architecture;
import probity.spi.Parameter;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Target;

class MagicValuesTest {
    @Test
    void everyFreeRegisterHoldsSomethingElseThatNamesIt() {
        RegisterFile file = MagicValues.forCall(Toy.target("leaf"), 7);
        List<String> contents = new ArrayList<>();
        file.names().forEach(name -> contents.add(file.find(name).orElseThrow().toString()));
        assertThat(contents).doesNotHaveDuplicates().hasSize(29 + 32 + 1);
        assertThat(file.find("x17").orElseThrow().toString()).startsWith("0xa517");
        assertThat(file.find("v30").orElseThrow().toString()).matches("0xb530.{12}_b530.{12}");
    }

    @Test
    void theMachinesRegistersAreLeftToIt() {
        assertThat(MagicValues.forCall(Toy.target("leaf"), 7).names())
                .doesNotContain("x29", "x30", "sp", "pc");
        assertThat(MagicValues.forCall(Toy.target("indirect"), 7).has("x8")).isFalse();
        assertThat(MagicValues.forCall(Toy.target("leaf"), 7).has("x8")).isTrue();
    }

    @Test
    void everyCallIsMadeInKernelModeWithInterruptsMasked() {
        long pstate = MagicValues.forCall(Toy.target("leaf"), 7).get("pstate");

        assertThat(pstate & 0x3cf).isEqualTo(0xc5); // DAIF and mode
    }

    @Test
    void parametersKeepToTheirRange() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(MagicValues.forCall(Toy.target("recursive"), seed).get("x0"))
                    .isBetween(0L, 8L);
        }
    }

    @Test
    void rangesOfAllSizesAreDrawnFrom() {
        Parameter negative = new Parameter("n", "x0", 32, -5, -3);
        Parameter all = new Parameter("all", "x0", 64, Long.MIN_VALUE, Long.MAX_VALUE - 1);
        for (long seed = 0; seed < 100; seed++) {
            assertThat(MagicValues.argument(negative, seed)).isBetween(-5L, -3L);
            assertThat(MagicValues.argument(all, seed)).isLessThan(Long.MAX_VALUE);
        }
    }

    @Test
    void aNarrowArgumentHasMagicAboveIt() {
        Parameter narrow = new Parameter("n", "x3", 8, 1, 1);
        RegisterFile free = MagicValues.forCall(Toy.target("leaf"), 7);
        RegisterFile given = MagicValues.with(free, narrow, -2);
        assertThat(given.get("x3") & 0xff).isEqualTo(0xfe);
        assertThat(given.get("x3") >>> 8).isEqualTo(free.get("x3") >>> 8);
    }

    @Test
    void seedsTellCallsApart() {
        Target leaf = Toy.target("leaf");
        assertThat(MagicValues.forCall(leaf, 1)).isEqualTo(MagicValues.forCall(leaf, 1));
        assertThat(MagicValues.forCall(leaf, 1)).isNotEqualTo(MagicValues.forCall(leaf, 2));
    }

    @Test
    void fixedArgumentsStayAsTheyAre() {
        RegisterFile fixed = RegisterFile.empty(Architecture.ARM64).with("x0", 1);
        Target leaf = Toy.target("leaf");
        Target kernel =
                new Target(
                        leaf.name(),
                        leaf.role(),
                        leaf.address(),
                        leaf.size(),
                        leaf.patchSite(),
                        leaf.entryIp(),
                        leaf.resumeAddress(),
                        leaf.parameters(),
                        leaf.results(),
                        2,
                        0,
                        leaf.calls(),
                        leaf.callers(),
                        Optional.of(fixed),
                        Optional.empty());
        Plan.Call call = MagicValues.call(kernel, 1, 2, 3);
        assertThat(call.registers()).isEqualTo(fixed);
        assertThat(call.task()).isEqualTo(1);
        assertThat(call.cpu()).isEqualTo(2);
        assertThat(call.stackArguments()).hasSize(2).doesNotHaveDuplicates();
    }
}
