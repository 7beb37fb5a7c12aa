package probity.properties;

import java.util.List;
import java.util.Set;
import probity.judge.Check;
import probity.judge.ClauseChecks;
import probity.spi.ProbeKind;

/** What a random plan is mostly about: the chapter whose checks it is to pass. */
enum Theme {
    /** Programs and what they do with their context. */
    CONTEXT("PTR", List.of(ProbeKind.MULTI, ProbeKind.SESSION)),
    /** Several probes, both sides, entry data, limits. */
    SYMMETRY(
            "SYM",
            List.of(ProbeKind.FPROBE, ProbeKind.SESSION, ProbeKind.FPROBE, ProbeKind.KRETPROBE)),
    /** Calls of all kinds under probes that come and go. */
    TRANSPARENCY(
            "TRN",
            List.of(
                    ProbeKind.FPROBE,
                    ProbeKind.KRETPROBE,
                    ProbeKind.KPROBE,
                    ProbeKind.MULTI,
                    ProbeKind.SESSION));

    private final String chapter;
    private final List<ProbeKind> kinds;

    Theme(String chapter, List<ProbeKind> kinds) {
        this.chapter = chapter;
        this.kinds = kinds;
    }

    /** The kinds of probes to draw from; more often where it is listed more often. */
    List<ProbeKind> kinds() {
        return kinds;
    }

    /** The checks of the chapter's obligations. */
    Set<Check> checks() {
        return Check.all(check -> !check.isRecommendation() && ClauseChecks.serves(check, chapter));
    }
}
