package probity.properties;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Role;
import probity.spi.Script;
import probity.spi.Side;
import probity.spi.Target;

/** Random legal plans: probes, and calls that hit them, on tasks that may block. */
final class PlanDraw {
    private static final int MOST_TARGETS = 3;

    private final Scope scope;
    private final Draw draw;
    private final ProbeDraw probes;
    private final RegisterDraw registers;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private final List<Target> callees;
    private final Set<String> attached = new LinkedHashSet<>();
    private final Set<String> disabled = new LinkedHashSet<>();
    private final TaskPool tasks;
    private int nextProbe;

    PlanDraw(Scope scope, Theme theme, Draw draw) {
        this.scope = scope;
        this.draw = draw;
        this.tasks = new TaskPool(draw);
        this.registers = new RegisterDraw(scope, draw);
        this.callees = callees(scope.returning());
        this.probes = new ProbeDraw(scope, theme, draw, callees);
        Set<String> reached = new LinkedHashSet<>();
        callees.forEach(target -> reached.addAll(scope.reachable(target.name())));
        if (!scope.blocking().isEmpty() && draw.percent(50)) {
            scope.blocking().forEach(target -> reached.add(target.name()));
        }
        if (!scope.ending().isEmpty() && draw.percent(15)) {
            scope.ending().forEach(target -> reached.add(target.name()));
        }
        functions.addAll(reached);
    }

    /** Some of them; every role as often as any other, however many targets have it. */
    private List<Target> callees(List<Target> targets) {
        List<Role> roles = targets.stream().map(Target::role).distinct().toList();
        return draw.some(roles, MOST_TARGETS).stream()
                .map(role -> draw.of(targets.stream().filter(t -> t.role() == role).toList()))
                .toList();
    }

    Plan plan() {
        for (int i = draw.between(1, 3); i > 0; i--) {
            attach();
        }
        if (scope.can(Capability.PARKING) && scope.can(Capability.MIGRATION) && draw.percent(12)) {
            park();
        }
        for (int i = draw.between(1, 6); i > 0; i--) {
            step();
        }
        if (draw.percent(70)) {
            tasks.blocked().forEach(this::goOn);
        }
        if (draw.percent(60)) {
            List.copyOf(attached).forEach(this::detach);
        }
        return new Plan(steps);
    }

    private void step() {
        if (!tasks.blocked().isEmpty() && draw.percent(40)) {
            withBlocked(draw.of(tasks.blocked()));
            return;
        }
        int choice = draw.below(100);
        if (choice < 14) {
            block();
        } else if (choice < 18) {
            end();
        } else if (choice < 26 && !attached.isEmpty()) {
            detach(draw.of(List.copyOf(attached)));
        } else if (choice < 38 && !attached.isEmpty()) {
            toggle(draw.of(List.copyOf(attached)));
        } else if (choice < 46) {
            attach();
        } else {
            steps.add(registers.call(draw.of(callees), tasks.free(), 0));
        }
    }

    private void attach() {
        String name = "p" + nextProbe++;
        steps.add(new Plan.Attach(probes.probe(name, functions)));
        attached.add(name);
    }

    private void detach(String probe) {
        steps.add(new Plan.Detach(probe));
        attached.remove(probe);
        disabled.remove(probe);
    }

    private void toggle(String probe) {
        if (!scope.can(Capability.ENABLE_DISABLE)) {
            return;
        }
        if (disabled.remove(probe)) {
            steps.add(new Plan.Enable(probe));
        } else {
            disabled.add(probe);
            steps.add(new Plan.Disable(probe));
        }
    }

    private void block() {
        List<Target> choices =
                scope.blocking().stream().filter(t -> functions.contains(t.name())).toList();
        if (!choices.isEmpty()) {
            int task = tasks.fresh();
            steps.add(registers.call(draw.of(choices), task, 0));
            tasks.blocks(task);
        }
    }

    /** A call after which its task is gone. */
    private void end() {
        List<Target> choices =
                scope.ending().stream().filter(t -> functions.contains(t.name())).toList();
        if (!choices.isEmpty()) {
            int task = tasks.fresh();
            steps.add(registers.call(draw.of(choices), task, 0));
            tasks.ends(task);
        }
    }

    private void withBlocked(int task) {
        switch (draw.below(4)) {
            case 0 -> {
                if (scope.can(Capability.WALK_TASK)) {
                    steps.add(new Plan.WalkTask(task));
                }
            }
            case 1 -> {
                if (scope.can(Capability.MIGRATION)) {
                    steps.add(new Plan.Move(task, draw.below(2)));
                }
            }
            case 2 -> {
                if (scope.can(Capability.MIGRATION)) {
                    steps.add(new Plan.EndTask(task));
                    tasks.ends(task);
                }
            }
            default -> goOn(task);
        }
    }

    private void goOn(int task) {
        steps.add(new Plan.Continue(task));
        tasks.goesOn(task);
    }

    /** A handler that waits on the other CPU while calls are made on this one. */
    private void park() {
        List<Target> choices = scope.alone();
        if (choices.isEmpty()) {
            return;
        }
        Target target = draw.of(choices);
        Probe probe = probes.probe("parks", List.of(target.name()));
        Side side = probe.entry().isPresent() ? Side.ENTRY : Side.EXIT;
        boolean cancels =
                probe.actions(Side.ENTRY).stream()
                        .anyMatch(a -> a instanceof Action.Cancel || a instanceof Action.Fault);
        if (cancels || callees.contains(target) || functions.contains(target.name())) {
            return;
        }
        List<Action> actions = new ArrayList<>(probe.actions(side));
        if (actions.stream().anyMatch(action -> action instanceof Action.Fault)) {
            return;
        }
        actions.add(draw.below(actions.size() + 1), new Action.Park());
        steps.add(new Plan.Attach(probe.withScript(side, Optional.of(new Script(actions)))));
        int task = tasks.fresh();
        steps.add(registers.call(target, task, 1));
        for (int i = draw.below(3); i > 0; i--) {
            steps.add(registers.call(draw.of(callees), tasks.fresh(), 0));
        }
        steps.add(new Plan.Continue(task));
    }
}
