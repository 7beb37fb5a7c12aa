package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.toy.Toy.call;

import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.spi.Side;

/** A candidate that shows no activations: what is further in than the plan's calls is unknown. */
class UnseenCallsTest {
    @Test
    void hitsFurtherInAreNeitherRightNorWrong() {
        Findings findings =
                Toy.plain()
                        .blind()
                        .judge(
                                attach(fprobe("inner").onEntry(CAPTURE).onExit(CAPTURE)),
                                call("outer"));

        assertThat(findings.differences()).isEmpty();
        assertThat(findings.unobservable())
                .containsEntry(Check.EVENT_ORDER, "Nobody saw what outer calls.")
                .containsKeys(Check.ENTRY_COUNTS, Check.EXIT_COUNTS);
    }

    @Test
    void hitsThatNothingCanHaveReachedAreWrong() {
        Findings findings =
                Toy.plain()
                        .blind()
                        .spoil(Spoil.repeated(0, 1, Side.ENTRY))
                        .judge(attach(fprobe("leaf").onEntry(CAPTURE)), call("leaf"));

        assertThat(findings.of(Check.EVENT_ORDER).differences()).hasSize(1);
    }
}
