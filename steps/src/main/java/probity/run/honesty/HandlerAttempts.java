package probity.run.honesty;

import java.util.List;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Helper;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Script;
import probity.spi.Side;

/** What a handler can do: each is tried under every kind of probe that is offered. */
final class HandlerAttempts {
    private static final String LABEL = "attempt";
    private static final int DATA = 8;
    private static final long VALUE = 0x0123_4567_89ab_cdefL;

    private HandlerAttempts() {}

    static Optional<String> perfOutput(Setting setting) {
        Action sample = new Action.Sample(LABEL, List.of());
        return setting.observed(sample, Observation.Sampled.class)
                .filter(seen -> seen.code() == 0 && seen.sample().isPresent())
                .map(seen -> "perf output succeeded and wrote " + seen.sample().get() + ".");
    }

    static Optional<String> walk(Setting setting, Action.Walk.From from) {
        return setting.observed(new Action.Walk(LABEL, from), Observation.Walked.class)
                .filter(seen -> !seen.walk().frames().isEmpty())
                .map(
                        seen ->
                                String.format(
                                        "A walk from %s found %d frames.",
                                        from, seen.walk().frames().size()));
    }

    static Optional<String> stackHelpers(Setting setting) {
        return help(setting, Helper.GET_STACK).or(() -> help(setting, Helper.GET_STACKID));
    }

    static Optional<String> attachHelpers(Setting setting) {
        return help(setting, Helper.GET_FUNC_IP).or(() -> help(setting, Helper.GET_ATTACH_COOKIE));
    }

    private static Optional<String> help(Setting setting, Helper helper) {
        return setting.observed(new Action.Help(LABEL, helper), Observation.Helped.class)
                .filter(seen -> seen.code() >= 0 && !seen.values().isEmpty())
                .map(
                        seen ->
                                String.format(
                                        "%s answered %d with %d values.",
                                        helper, seen.code(), seen.values().size()));
    }

    static Optional<String> entryData(Setting setting) {
        Probe probe =
                Probe.of(Setting.PROBE, setting.kind(), setting.plain().name())
                        .onEntry(new Action.StoreData(0, VALUE))
                        .onExit(new Action.LoadData(LABEL))
                        .withData(DATA);
        if (!setting.attach(probe)) {
            return Optional.empty();
        }
        return Setting.seen(setting.run(setting.call(setting.plain())), Observation.Loaded.class)
                .filter(seen -> seen.data().size() == DATA && seen.data().longAt(0) == VALUE)
                .map(seen -> "What the entry handler stored arrived in the exit handler.");
    }

    static Optional<String> cancel(Setting setting) {
        Probe plain =
                Probe.of(Setting.PROBE, setting.kind(), setting.plain().name())
                        .onExit(new Action.Capture(LABEL));
        Optional<Boolean> runs = exitRuns(setting, plain.onEntry(new Action.Capture(LABEL)));
        Optional<Boolean> runsAllTheSame = exitRuns(setting, plain.onEntry(new Action.Cancel()));
        return runs.orElse(false) && !runsAllTheSame.orElse(true)
                ? Optional.of("An entry handler cancelled its exit.")
                : Optional.empty();
    }

    /** Whether the exit runs; empty if the probe is refused. */
    private static Optional<Boolean> exitRuns(Setting setting, Probe probe) {
        if (!setting.attach(probe)) {
            return Optional.empty();
        }
        Execution execution =
                setting.run(setting.call(setting.plain()), new Plan.Detach(Setting.PROBE));
        return Optional.of(Setting.ran(execution, Side.EXIT));
    }

    static Optional<String> write(Setting setting) {
        return setting.observed(new Action.Write(LABEL, "x0", VALUE), Observation.Wrote.class)
                .map(seen -> "A write to x0 was answered with %d.".formatted(seen.code()));
    }

    static Optional<String> looksAgain(Setting setting) {
        for (Side side : Side.values()) {
            for (ProbeKind kind : setting.kindsAt(side)) {
                Script twice =
                        Script.of(new Action.Capture(LABEL), new Action.Capture(LABEL + " again"));
                Probe bare = Probe.of(Setting.PROBE, kind, setting.plain().name());
                if (setting.attach(bare.withScript(side, Optional.of(twice)))) {
                    Execution execution =
                            setting.run(
                                    setting.call(setting.plain()), new Plan.Detach(Setting.PROBE));
                    long looks =
                            execution.events().stream()
                                    .flatMap(event -> event.observations().stream())
                                    .filter(Observation.Captured.class::isInstance)
                                    .count();
                    if (looks > 1) {
                        return Optional.of("A " + kind + " handler captured its registers twice.");
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Optional<String> nestedCall(Setting setting) {
        RegisterFile registers = setting.call(setting.plain()).registers();
        Action call = new Action.Call(LABEL, setting.plain().name(), registers);
        return setting.observed(call, Observation.Called.class)
                .filter(seen -> seen.result().ending() == Ending.RETURNED)
                .map(seen -> "A call of " + seen.function() + " from a handler returned.");
    }

    static Optional<String> fault(Setting setting) {
        return setting.observed(new Action.Fault(), Observation.Faulted.class)
                .map(seen -> "A fault in a handler was survived: " + seen.text());
    }
}
