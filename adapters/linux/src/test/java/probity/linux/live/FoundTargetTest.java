package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import probity.linux.btf.BtfFunction;
import probity.linux.btf.BtfParameter;
import probity.linux.btf.BtfValue;
import probity.spi.Architecture;
import probity.spi.Parameter;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.Role;
import probity.spi.Target;

class FoundTargetTest {
    private static final BtfValue INT = new BtfValue("int", BtfValue.Form.INTEGER, 32, true);
    private static final BtfValue LONG = new BtfValue("u64", BtfValue.Form.INTEGER, 64, false);

    private final Target target =
            new FoundTarget(
                            new TestFunction("f", Role.LEAF, List.of(2L), 5),
                            new BtfFunction(
                                    7,
                                    "f",
                                    List.of(new BtfParameter("a", INT), new BtfParameter("", LONG)),
                                    false,
                                    INT),
                            new Code(4, 24),
                            RegisterFile.builder(Architecture.ARM64)
                                    .set("x0", 0xff_0000_0002L)
                                    .set("x1", 0x77)
                                    .set("x9", 9)
                                    .set("x29", 0x129)
                                    .set("x30", 0x130)
                                    .set("sp", 0x120)
                                    .set("pc", 0x1000)
                                    .build(),
                            List.of(0x130L, 0x2000L))
                    .target();

    @Test
    void addresses_follow_from_where_the_observer_stood() {
        assertThat(target.address()).isEqualTo(0x1000);
        assertThat(target.patchSite()).isEqualTo(0x1004);
        assertThat(target.entryIp()).isEqualTo(0x1008);
        assertThat(target.resumeAddress()).isEqualTo(0x100c);
        assertThat(target.knownCallers()).containsExactly(0x130L, 0x2000L);
    }

    @Test
    void constants_go_before_what_was_seen_and_the_rest_stays_unknown() {
        RegisterFile arguments = target.fixedArguments().orElseThrow();

        assertThat(arguments.names()).containsExactly("x0", "x1", "x29", "x30", "sp");
        assertThat(arguments.get("x0")).isEqualTo(2);
        assertThat(arguments.get("x1")).isEqualTo(0x77);
        assertThat(target.parameters())
                .containsExactly(
                        Parameter.free("a", "x0", 32), Parameter.free("argument 1", "x1", 64));
    }

    @Test
    void a_return_leaves_the_stack_as_it_was() {
        RegisterFile results = target.knownResults().orElseThrow();

        assertThat(results.names()).containsExactly("x0", "x29", "sp");
        assertThat(results.get("x0")).isEqualTo(5);
        assertThat(results.get("sp")).isEqualTo(0x120);
        assertThat(target.results()).containsExactly(new Result("x0", 32));
    }
}
