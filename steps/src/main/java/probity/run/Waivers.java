package probity.run;

import java.util.List;
import java.util.Optional;
import probity.judge.Verdict;
import probity.report.Subject;
import probity.spi.Diagnostic;

/**
 * The waivers of a run. A waiver turns the violation that it foresees into XFAIL; anything else
 * that it covers becomes UPASS, so that no waiver outlives what it waives. What gives no usable
 * answer, or is the kit's fault, satisfies no waiver and stays what it is.
 */
record Waivers(List<Waiver> list) {
    Waivers {
        list = List.copyOf(list);
    }

    static Waivers none() {
        return new Waivers(List.of());
    }

    /**
     * Refuses a waiver that waives nothing.
     *
     * @throws InvalidSettings if one names a scenario that there is not
     */
    void mustMatch(List<Subject> subjects) throws InvalidSettings {
        List<String> idle =
                list.stream()
                        .filter(w -> subjects.stream().noneMatch(s -> w.covers(w.candidate(), s)))
                        .map(w -> w.clause() + w.scenario().map(name -> ", " + name).orElse(""))
                        .toList();
        if (!idle.isEmpty()) {
            throw new InvalidSettings(
                    List.of(
                            new Diagnostic(
                                    "idle-waiver",
                                    "There are waivers for what there is not.",
                                    idle,
                                    "A scenario is named by its title, as reports show it.")));
        }
    }

    Decision apply(String address, Subject subject, Decision decision, List<String> notes) {
        Optional<Waiver> waiver = list.stream().filter(w -> w.covers(address, subject)).findFirst();
        if (waiver.isEmpty()
                || decision.verdict() == Verdict.UNRESOLVED
                || decision.verdict() == Verdict.KIT_ERROR) {
            return decision;
        }
        notes.add("Waived: " + waiver.get().reason());
        boolean violated =
                decision.verdict() == Verdict.FAIL || decision.verdict() == Verdict.NOT_MET;
        if (violated && text(decision).contains(waiver.get().message())) {
            return new Decision(Verdict.XFAIL, decision.reason(), decision.violation());
        }
        String seen = violated ? "it is violated otherwise: " + decision.reason() : seen(decision);
        String reason =
                String.format(
                        "This is waived with the message '%s', but %s",
                        waiver.get().message(), seen);
        return new Decision(Verdict.UPASS, reason, decision.violation());
    }

    /** All that a violation says of itself: its title and its differences. */
    private static String text(Decision decision) {
        return decision.reason()
                + decision.violation().map(Violation::lines).map(List::toString).orElse("");
    }

    private static String seen(Decision decision) {
        return decision.verdict() == Verdict.PASS
                ? "it passes; if only one scenario of the clause is violated, name it in the waiver."
                : "it is " + decision.verdict() + ": " + decision.reason();
    }
}
