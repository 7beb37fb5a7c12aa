package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.arguments;
import static probity.reference.Rig.call;
import static probity.reference.Rig.captured;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.order;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.spi.Activation;
import probity.spi.Attached;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Point;
import probity.spi.RegisterFile;

/** fprobe on the default design, as it should be where nothing special happens. */
class FprobeTest {
    private final Rig rig = Rig.of("light-sparse-1");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aLeafHasOneEntryAndOneExit() {
        assertThat(rig.attach(fprobe("p", "leaf"))).isInstanceOf(Attached.class);

        Execution execution = rig.run(call("leaf", 1, 2, 3, 4, 5, 6, 7, 8));

        assertThat(order(execution)).isEqualTo("><");
        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.RETURNED);
        assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                .isEqualTo(
                        rig.unhooked(call("leaf", 1, 2, 3, 4, 5, 6, 7, 8))
                                .after()
                                .orElseThrow()
                                .get("x0"));
    }

    @Test
    void entryAndExitShowTheTruth() {
        rig.attach(fprobe("p", "leaf"));
        Activation truth = Rig.activation(rig.unhookedRun(call("leaf", 1, 2)), "leaf");

        Execution execution = rig.run(call("leaf", 1, 2));

        Event entry = execution.events().get(0);
        Event exit = execution.events().get(1);
        RegisterFile call = truth.at(Point.CALL).orElseThrow();
        assertThat(captured(entry))
                .isEqualTo(
                        call.only(captured(entry).names())
                                .with("pc", rig.target("leaf").resumeAddress()));
        RegisterFile back = truth.at(Point.RETURN).orElseThrow();
        assertThat(captured(exit))
                .isEqualTo(back.only(captured(exit).names()).with("pc", truth.returnAddress()));
        assertThat(List.of(entry.entryIp(), exit.entryIp()))
                .containsOnly(OptionalLong.of(rig.target("leaf").entryIp()));
        assertThat(List.of(entry.returnIp(), exit.returnIp()))
                .containsOnly(OptionalLong.of(truth.returnAddress()));
    }

    @Test
    void aChainNests() {
        rig.attach(fprobe("p", "chain_a", "chain_b", "chain_c", "chain_d"));

        assertThat(order(rig.run(call("chain_a", 7)))).isEqualTo(">>>><<<<");
    }

    @Test
    void everyRegisterGetsThroughToTheBody() {
        rig.attach(fprobe("p", "leaf"));

        Activation hooked = Rig.activation(rig.run(call("leaf")), "leaf");
        Activation unhooked = Rig.activation(rig.unhookedRun(call("leaf")), "leaf");

        RegisterFile body = hooked.at(Point.BODY).orElseThrow();
        List<String> scratch =
                List.of(
                        "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "x30",
                        "pstate");
        assertThat(body.without(scratch))
                .isEqualTo(unhooked.at(Point.BODY).orElseThrow().without(scratch));
        assertThat(body.get("x18")).isEqualTo(arguments().get("x18"));
    }
}
