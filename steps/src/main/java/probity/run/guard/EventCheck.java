package probity.run.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.Script;

/** Does an event make sense, given the probes that were ever accepted? */
final class EventCheck {
    private final Problems problems;
    private final KnownProbes probes;

    EventCheck(Problems problems, KnownProbes probes) {
        this.problems = problems;
        this.probes = probes;
    }

    void check(int index, Event event) {
        String where = "Event " + index;
        problems.unless(
                event.sequence() == index,
                "%s has the sequence number %d.",
                where,
                event.sequence());
        problems.notNegative(where, "CPU", event.cpu());
        problems.notNegative(where, "task", event.task());
        Optional<Probe> probe = probes.find(event.probe());
        problems.unless(
                probe.isPresent(),
                "%s is of probe '%s', which was never attached.",
                where,
                event.probe());
        probe.ifPresent(known -> ofProbe(where, event, known));
        event.observations().forEach(seen -> content(where, seen));
    }

    private void ofProbe(String where, Event event, Probe probe) {
        problems.unless(
                probe.functions().contains(event.function()),
                "%s is of function '%s', which probe '%s' does not hook.",
                where,
                event.function(),
                probe.name());
        // A side without a script is for the oracle: it is wrong, but it is not nonsense.
        List<Action> actions = probe.script(event.side()).map(Script::actions).orElse(List.of());
        Set<String> labels = new HashSet<>();
        for (Observation seen : event.observations()) {
            problems.unless(
                    actions.isEmpty() || actions.stream().anyMatch(a -> answers(seen, a)),
                    "%s has an observation %s '%s' that no action of its script asked for.",
                    where,
                    seen.getClass().getSimpleName(),
                    seen.label());
            problems.unless(
                    labels.add(seen.label()), "%s has two observations '%s'.", where, seen.label());
        }
    }

    private static boolean answers(Observation seen, Action action) {
        String label = seen.label();
        return action instanceof Action.Capture a
                        && seen instanceof Observation.Captured
                        && a.label().equals(label)
                || action instanceof Action.Read b
                        && seen instanceof Observation.ReadField
                        && b.label().equals(label)
                || action instanceof Action.Write c
                        && seen instanceof Observation.Wrote
                        && c.label().equals(label)
                || action instanceof Action.Sample d
                        && seen instanceof Observation.Sampled
                        && d.label().equals(label)
                || action instanceof Action.Walk e
                        && seen instanceof Observation.Walked
                        && e.label().equals(label)
                || action instanceof Action.Help f
                        && seen instanceof Observation.Helped
                        && f.label().equals(label)
                || action instanceof Action.LoadData g
                        && seen instanceof Observation.Loaded
                        && g.label().equals(label)
                || action instanceof Action.Call h
                        && seen instanceof Observation.Called
                        && h.label().equals(label)
                // what faults need not be meant to
                || seen instanceof Observation.Faulted && action.label().equals(label);
    }

    private void content(String where, Observation seen) {
        String what = where + ", '" + seen.label() + "',";
        if (seen instanceof Observation.Captured captured) {
            problems.registers(what, captured.registers());
        } else if (seen instanceof Observation.ReadField read) {
            problems.register(what, read.register());
        } else if (seen instanceof Observation.Wrote wrote) {
            problems.register(what, wrote.register());
        } else if (seen instanceof Observation.Sampled sampled) {
            sampled.sample().ifPresent(sample -> problems.registers(what, sample.registers()));
        } else if (seen instanceof Observation.Called called) {
            CallCheck.check(problems, what, called.result());
        }
    }
}
