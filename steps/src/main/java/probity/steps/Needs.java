package probity.steps;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import probity.run.Trial;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Helper;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Script;
import probity.spi.Side;

/** Ends the trial as unsupported where a plan needs what the candidate declares absent. */
final class Needs {
    private final Trial trial;
    private final Map<Capability, String> missing = new EnumMap<>(Capability.class);
    private final List<Lack> lacks = new ArrayList<>();

    /** What handlers of one kind do not have at a side, where others do. */
    private record Lack(Capability capability, ProbeKind kind, Side side, String sentence) {}

    private Needs(Trial trial) {
        this.trial = trial;
    }

    /**
     * Looks at every step and action of a plan.
     *
     * @param requests steps that are made whatever is declared, to see what is answered
     */
    static void check(Trial trial, Plan plan, Set<Plan.Step> requests) {
        Needs needs = new Needs(trial);
        for (Plan.Step step : plan.steps()) {
            if (!requests.contains(step)) {
                needs.step(step);
            }
        }
        if (!needs.missing.isEmpty()) {
            Capability[] absent = needs.missing.keySet().toArray(Capability[]::new);
            throw trial.unsupported(String.join(" ", needs.missing.values()), absent);
        }
        for (Lack lack : needs.lacks) {
            throw trial.unsupported(lack.sentence(), lack.capability(), lack.kind(), lack.side());
        }
    }

    private void step(Plan.Step step) {
        if (step instanceof Plan.Attach attach) {
            probe(attach.probe());
        } else if (step instanceof Plan.WalkTask) {
            need(Capability.WALK_TASK, "The candidate cannot walk another task's stack.");
        } else if (step instanceof Plan.Move || step instanceof Plan.EndTask) {
            need(Capability.MIGRATION, "The candidate's tasks can neither move nor end.");
        } else if (step instanceof Plan.Call call && call.cpu() > 0) {
            need(Capability.MIGRATION, "The candidate has one CPU only.");
        } else if (step instanceof Plan.Enable || step instanceof Plan.Disable) {
            need(Capability.ENABLE_DISABLE, "The candidate's probes cannot be disabled.");
        }
    }

    private void probe(Probe probe) {
        for (Side side : Side.values()) {
            probe.script(side)
                    .ifPresent(
                            script -> {
                                offered(probe.kind(), side);
                                Handler handler = new Handler(probe.kind(), side);
                                script.actions().forEach(handler::action);
                                handler.looks(script);
                            });
        }
        if (probe.entryData() > 0) {
            need(Capability.ENTRY_DATA, "The candidate has no entry data.");
        }
        if (!probe.cookies().isEmpty()) {
            need(Capability.ATTACH_HELPERS, "The candidate has no cookies.");
        }
    }

    private void offered(ProbeKind kind, Side side) {
        if (!trial.description().offers(kind, side)) {
            String where = handlers(kind, side);
            throw trial.unsupported("The candidate offers no " + where + ".", kind, side);
        }
    }

    private static String handlers(ProbeKind kind, Side side) {
        return kind + " handlers at " + (side == Side.ENTRY ? "entry" : "exit");
    }

    /** What handlers of a kind do at a side. */
    private final class Handler {
        private final ProbeKind kind;
        private final Side side;

        Handler(ProbeKind kind, Side side) {
            this.kind = kind;
            this.side = side;
        }

        void action(Action action) {
            if (action instanceof Action.Sample) {
                need(Capability.PERF_OUTPUT, "The candidate has no perf output.");
            } else if (action instanceof Action.Walk walk) {
                walk(walk.from());
            } else if (action instanceof Action.Help help) {
                helper(help.helper());
            } else if (action instanceof Action.Write) {
                need(Capability.WRITES, "The candidate's handlers cannot try to write.");
            } else if (action instanceof Action.Cancel) {
                need(Capability.CANCEL, "The candidate's entry handlers cannot cancel an exit.");
            } else if (action instanceof Action.Call) {
                need(Capability.NESTED_CALLS, "The candidate's handlers cannot call functions.");
            } else if (action instanceof Action.Park) {
                need(Capability.PARKING, "The candidate's handlers cannot be parked.");
            } else if (action instanceof Action.Fault) {
                need(
                        Capability.HANDLER_FAULTS,
                        "The candidate's handlers cannot be made to fault.");
            }
        }

        private void walk(Action.Walk.From from) {
            if (from == Action.Walk.From.CONTEXT) {
                need(Capability.WALK_FROM_CONTEXT, "The candidate cannot walk from a context.");
            } else {
                need(Capability.WALK_FROM_HERE, "The candidate cannot walk from inside a handler.");
            }
        }

        private void helper(Helper helper) {
            switch (helper) {
                case GET_STACK, GET_STACKID ->
                        need(Capability.STACK_HELPERS, "The candidate has no stack helpers.");
                case GET_FUNC_IP, GET_ATTACH_COOKIE ->
                        need(
                                Capability.ATTACH_HELPERS,
                                "The candidate has no helpers for function ip and cookie.");
            }
        }

        void looks(Script script) {
            long looks = script.actions().stream().filter(Action.Capture.class::isInstance).count();
            if (looks > 1) {
                need(
                        Capability.LOOKS_AGAIN,
                        "The candidate's handlers cannot look at their registers again.");
            }
        }

        private void need(Capability capability, String otherwise) {
            if (!trial.description().can(capability)) {
                missing.put(capability, otherwise);
            } else if (!trial.description().can(capability, kind, side)) {
                String who = ", as far as " + handlers(kind, side) + " go.";
                String sentence = otherwise.substring(0, otherwise.length() - 1) + who;
                lacks.add(new Lack(capability, kind, side, sentence));
            }
        }
    }

    private void need(Capability capability, String otherwise) {
        if (!trial.description().can(capability)) {
            missing.put(capability, otherwise);
        }
    }
}
