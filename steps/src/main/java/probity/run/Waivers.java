package probity.run;

import java.util.List;
import probity.report.Subject;
import probity.spi.Diagnostic;

/** The waivers of a run. */
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
        return list.stream()
                .filter(waiver -> waiver.covers(address, subject))
                .findFirst()
                .map(waiver -> waiver.applyTo(decision, notes))
                .orElse(decision);
    }
}
