package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Difference MUST =
            new Difference(Check.ENTRY_IP, "here", "ip", "0x1", "0x2");
    private static final Difference SHOULD =
            new Difference(Check.EXIT_ORDER, "here", "order", "a", "b");
    private static final Findings BOTH =
            new Findings(
                    List.of(MUST, SHOULD),
                    Map.of(Check.ENTRY_IP, 3, Check.EXIT_ORDER, 2),
                    Map.of(Check.RESULTS, "Nobody saw it."));

    @Test
    void partsKeepDifferencesCountsAndReasons() {
        assertThat(BOTH.of(Check.ENTRY_IP, Check.RESULTS))
                .isEqualTo(
                        new Findings(
                                List.of(MUST),
                                Map.of(Check.ENTRY_IP, 3),
                                Map.of(Check.RESULTS, "Nobody saw it.")));
    }

    @Test
    void obligationsAreApart() {
        assertThat(BOTH.obligations().differences()).containsExactly(MUST);
    }

    @Test
    void totalsAreSums() {
        assertThat(BOTH.total()).isEqualTo(5);
        assertThat(BOTH.and(BOTH).compared(Check.ENTRY_IP)).isEqualTo(6);
        assertThat(BOTH.and(new Findings(List.of(), Map.of(), Map.of()))).isEqualTo(BOTH);
        assertThat(BOTH.compared(Check.SIDES)).isZero();
    }

    @Test
    void verdictsThatBreakTheRun() {
        assertThat(Verdict.values())
                .filteredOn(Verdict::breaksTheRun)
                .containsExactly(
                        Verdict.FAIL, Verdict.UPASS, Verdict.UNRESOLVED, Verdict.KIT_ERROR);
        assertThat(Verdict.KIT_ERROR).hasToString("KIT ERROR");
    }

    /** What a report says must not differ from run to run; the order of an immutable map does. */
    @Test
    void reasonsComeInTheOrderOfTheChecks() {
        Map<Check, String> reasons =
                EnumSet.allOf(Check.class).stream()
                        .collect(Collectors.toUnmodifiableMap(check -> check, check -> "No."));

        Findings findings = new Findings(List.of(), Map.of(), reasons);

        assertThat(findings.unobservable().keySet()).containsExactly(Check.values());
    }
}
