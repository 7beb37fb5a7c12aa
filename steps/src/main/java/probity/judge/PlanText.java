package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import probity.spi.Action;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.RegisterFile;
import probity.spi.Side;

/** Plans as a kernel engineer writes them down: one line a step. */
public final class PlanText {
    private static final int SHOWN = 9;

    private PlanText() {}

    /** All steps of a plan, numbered, one a line; handlers' actions are indented below. */
    public static String of(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            lines.add(String.format("%2d  %s", i, of(step)));
            if (step instanceof Plan.Attach attach) {
                script(lines, attach.probe(), Side.ENTRY);
                script(lines, attach.probe(), Side.EXIT);
            }
        }
        return String.join("\n", lines);
    }

    private static String of(Plan.Step step) {
        if (step instanceof Plan.Call call) {
            String stack =
                    call.stackArguments().isEmpty()
                            ? ""
                            : " stack "
                                    + call.stackArguments().stream()
                                            .map(Names::hex)
                                            .collect(Collectors.joining(" "));
            String depth = call.depth() > 0 ? " with depth " + call.depth() : "";
            return String.format(
                    "call %s%s on task %d, cpu %d: %s%s",
                    call.function(), depth, call.task(), call.cpu(), of(call.registers()), stack);
        } else if (step instanceof Plan.Continue goOn) {
            return "let task " + goOn.task() + " go on";
        } else if (step instanceof Plan.Move move) {
            return "move task " + move.task() + " to cpu " + move.cpu();
        } else if (step instanceof Plan.WalkTask walk) {
            return "walk the stack of task " + walk.task();
        } else if (step instanceof Plan.EndTask end) {
            return "end task " + end.task();
        } else if (step instanceof Plan.Attach attach) {
            return attach(attach.probe());
        } else if (step instanceof Plan.Detach detach) {
            return "detach " + detach.probe();
        } else if (step instanceof Plan.Enable enable) {
            return "enable " + enable.probe();
        } else if (step instanceof Plan.Disable disable) {
            return "disable " + disable.probe();
        }
        return step.toString();
    }

    private static String attach(Probe probe) {
        StringBuilder text = new StringBuilder("attach ");
        text.append(Scene.name(probe.kind())).append(' ').append(probe.name()).append(" to ");
        text.append(String.join(", ", probe.functions()));
        if (probe.entryData() > 0) {
            text.append(", entry data ").append(probe.entryData()).append(" bytes");
        }
        if (!probe.cookies().isEmpty()) {
            text.append(", cookies ");
            text.append(probe.cookies().stream().map(Names::hex).collect(Collectors.joining(" ")));
        }
        if (probe.maxActive() > 0) {
            text.append(", maxactive ").append(probe.maxActive());
        }
        return text.toString();
    }

    private static void script(List<String> lines, Probe probe, Side side) {
        probe.script(side)
                .ifPresent(
                        script -> {
                            String does =
                                    script.actions().stream()
                                            .map(PlanText::of)
                                            .collect(Collectors.joining(", "));
                            String nothing = does.isEmpty() ? "nothing" : does;
                            lines.add("      at " + Scene.name(side) + ": " + nothing);
                        });
    }

    private static String of(Action action) {
        if (action instanceof Action.Capture capture) {
            return "capture " + capture.label();
        } else if (action instanceof Action.Read read) {
            return "read " + read.register();
        } else if (action instanceof Action.Write write) {
            return "write " + write.register() + "=" + Names.hex(write.value());
        } else if (action instanceof Action.Sample sample) {
            return "sample " + String.join(" ", sample.registers());
        } else if (action instanceof Action.Walk walk) {
            return "walk from " + walk.from().name().toLowerCase();
        } else if (action instanceof Action.Help help) {
            return "help " + help.helper().name().toLowerCase();
        } else if (action instanceof Action.StoreData store) {
            return "store " + Names.hex(store.value()) + " at data+" + store.offset();
        } else if (action instanceof Action.StoreField store) {
            return "store " + store.register() + " at data+" + store.offset();
        } else if (action instanceof Action.LoadData) {
            return "load data";
        } else if (action instanceof Action.Call call) {
            return "call " + call.function();
        }
        return action.getClass().getSimpleName().toLowerCase();
    }

    /** General registers only, and few of them: magic values repeat themselves. */
    private static String of(RegisterFile registers) {
        String shown =
                registers.names().stream()
                        .filter(name -> name.startsWith("x"))
                        .limit(SHOWN)
                        .map(name -> name + "=" + Names.hex(registers.get(name)))
                        .collect(Collectors.joining(" "));
        return registers.names().size() > SHOWN ? shown + " …" : shown;
    }
}
