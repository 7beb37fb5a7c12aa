package probity.properties;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Capability;
import probity.spi.Helper;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Target;

/** Random handlers. */
final class ScriptDraw {
    private static final int WORD = 8;

    private final Scope scope;
    private final Theme theme;
    private final Draw draw;
    private final ProbeKind kind;
    private final Side side;
    private final List<Target> callees;
    private final List<Action> actions = new ArrayList<>();

    /**
     * Draws for one handler.
     *
     * @param callees what it may call
     */
    ScriptDraw(
            Scope scope, Theme theme, Draw draw, ProbeKind kind, Side side, List<Target> callees) {
        this.scope = scope;
        this.theme = theme;
        this.draw = draw;
        this.kind = kind;
        this.side = side;
        this.callees = callees;
    }

    /**
     * A handler.
     *
     * @param data size of its entry data
     * @param cancellable whether the probe has an exit that this handler might cancel
     * @param writable registers that may hold anything in the functions hooked
     */
    List<Action> script(int data, boolean cancellable, List<String> writable) {
        if (draw.percent(80)) {
            actions.add(new Action.Capture("first"));
        }
        for (int i = draw.below(theme == Theme.CONTEXT ? 5 : 2); i > 0; i--) {
            look(i);
        }
        if (data > 0) {
            data(data);
        }
        if (can(Capability.NESTED_CALLS) && draw.percent(8)) {
            callOut();
        }
        if (draw.percent(30) && (can(Capability.LOOKS_AGAIN) || !looked())) {
            actions.add(new Action.Capture("again"));
        }
        if (!isProgram() && !writable.isEmpty() && draw.percent(5) && can(Capability.WRITES)) {
            actions.add(new Action.Write("write", draw.of(writable), draw.bits()));
        }
        if (cancellable && can(Capability.CANCEL) && draw.percent(10)) {
            actions.add(new Action.Cancel());
        }
        if (can(Capability.HANDLER_FAULTS) && draw.percent(2)) {
            actions.add(new Action.Fault());
        }
        return actions;
    }

    private boolean can(Capability capability) {
        return scope.can(capability, kind, side);
    }

    private boolean looked() {
        return actions.stream().anyMatch(Action.Capture.class::isInstance);
    }

    private boolean isProgram() {
        return scope.set(kind, side).kind() == SetKind.CONTEXT;
    }

    /** Something that reads the context and changes nothing. */
    private void look(int number) {
        String label = "look" + number;
        switch (draw.below(6)) {
            case 0 -> walk(label, Action.Walk.From.CONTEXT, Capability.WALK_FROM_CONTEXT);
            case 1 -> walk(label, Action.Walk.From.HERE, Capability.WALK_FROM_HERE);
            case 2 -> {
                if (can(Capability.PERF_OUTPUT) && isProgram()) {
                    List<String> all = Architecture.ARM64.registers().subList(0, 33);
                    actions.add(new Action.Sample(label, draw.some(all, all.size())));
                }
            }
            case 3 -> help(label, Capability.STACK_HELPERS, Helper.GET_STACK, Helper.GET_STACKID);
            case 4 ->
                    help(
                            label,
                            Capability.ATTACH_HELPERS,
                            Helper.GET_FUNC_IP,
                            Helper.GET_ATTACH_COOKIE);
            default -> actions.add(new Action.Read(label, draw.of(scope.readable(kind, side))));
        }
    }

    private void walk(String label, Action.Walk.From from, Capability needed) {
        if (can(needed)) {
            actions.add(new Action.Walk(label, from));
        }
    }

    private void help(String label, Capability needed, Helper... helpers) {
        if (can(needed) && isProgram()) {
            actions.add(new Action.Help(label, draw.of(List.of(helpers))));
        }
    }

    private void data(int size) {
        if (draw.percent(30)) {
            actions.add(new Action.LoadData("before"));
        }
        for (int i = side == Side.ENTRY ? draw.below(3) : 0; i > 0; i--) {
            int offset = draw.below(size / WORD) * WORD;
            boolean field = draw.percent(70);
            actions.add(
                    field
                            ? new Action.StoreField(offset, draw.of(List.of("x0", "x1", "sp")))
                            : new Action.StoreData(offset, draw.bits()));
        }
        if (side == Side.EXIT) {
            actions.add(new Action.LoadData("after"));
        }
    }

    private void callOut() {
        Target target = draw.of(callees);
        if (target.fixedArguments().isEmpty() && target.stackArguments() == 0) {
            RegisterFile registers = new RegisterDraw(scope, draw).call(target, 0, 0).registers();
            actions.add(new Action.Call("out", target.name(), registers));
        }
    }
}
