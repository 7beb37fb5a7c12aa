package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Helper;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.SetKind;
import probity.spi.Target;

/** Helpers that programs call with their context (PTR-13). */
final class HelperComparison {
    /** One view of the stack, and what it is called. */
    private record View(String name, List<Long> frames) {}

    private static final String CALL_CHAIN = "the sample's call chain";

    private final Scene scene;
    private final Sheet sheet;
    private final int depth;

    HelperComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.depth = scene.description().limits().walkDepth();
    }

    void run() {
        for (Alignment.Pair pair : scene.matching().allowed()) {
            event(pair.slot(), pair.event());
        }
    }

    private void event(Slot slot, Event event) {
        List<View> views = new ArrayList<>();
        for (Action action : slot.actions()) {
            if (action instanceof Action.Help help) {
                help(slot, event, help, views);
            } else if (action instanceof Action.Sample sample) {
                event.find(sample.label(), Observation.Sampled.class)
                        .flatMap(Observation.Sampled::sample)
                        .ifPresent(s -> views.add(new View(CALL_CHAIN, s.callChain())));
            }
        }
        for (View view : views) {
            if (!view.name().equals(CALL_CHAIN)) {
                stack(slot, event, view); // a call chain is compared with the walks
            }
        }
        for (int i = 1; i < views.size(); i++) {
            View first = views.get(0);
            View other = views.get(i);
            sheet.compare(
                    Check.STACKS_AGREE,
                    first.frames().equals(other.frames()),
                    Scene.where(event),
                    other.name(),
                    scene.names().of(first.frames()) + " as " + first.name(),
                    scene.names().of(other.frames()));
        }
    }

    private void help(Slot slot, Event event, Action.Help action, List<View> views) {
        Optional<Observation.Helped> seen = event.find(action.label(), Observation.Helped.class);
        boolean good = seen.map(answer -> answer.code() == 0).orElse(false);
        if (!good && !isProgram(event)) {
            sheet.unseen(check(action.helper()), "Helpers are for programs, not for C handlers.");
            return;
        }
        String code = seen.map(answer -> "code " + answer.code()).orElse("no answer");
        String name = name(action.helper());
        sheet.compare(check(action.helper()), good, Scene.where(event), name, "code 0", code);
        if (!good) {
            return;
        }
        List<Long> values = seen.get().values();
        switch (action.helper()) {
            case GET_STACK, GET_STACKID -> views.add(new View(name, values));
            case GET_FUNC_IP -> {
                Target target = slot.span().target().orElseThrow();
                value(event, action.helper(), target.address(), values);
            }
            case GET_ATTACH_COOKIE -> {
                Probe probe = slot.attachment().probe();
                value(event, action.helper(), cookie(probe, event.function()), values);
            }
            default -> throw new IllegalStateException("Unknown helper " + action.helper());
        }
    }

    private void value(Event event, Helper helper, long expected, List<Long> seen) {
        boolean address = helper == Helper.GET_FUNC_IP;
        String wanted = address ? scene.names().of(expected) : Names.hex(expected);
        String got = "no value";
        if (!seen.isEmpty()) {
            got = address ? scene.names().of(seen.get(0)) : Names.hex(seen.get(0));
        }
        sheet.compare(
                check(helper),
                seen.size() == 1 && seen.get(0) == expected,
                Scene.where(event),
                "the value of " + name(helper),
                wanted,
                got);
    }

    private void stack(Slot slot, Event event, View view) {
        Chain chain = Chain.of(scene.expectation(), slot, view.frames());
        if (!chain.complete()) {
            sheet.unseen(Check.HELPER_STACK, "Nobody saw the callers of " + event.function() + ".");
            return;
        }
        sheet.compare(
                Check.HELPER_STACK,
                chain.isShownBy(view.frames(), depth)
                        || chain.isShownWithoutCallerBy(view.frames(), depth),
                Scene.where(event),
                view.name(),
                scene.names().of(chain.frames()),
                scene.names().of(view.frames()));
    }

    private static long cookie(Probe probe, String function) {
        int index = probe.functions().indexOf(function);
        return index >= 0 && index < probe.cookies().size() ? probe.cookies().get(index) : 0;
    }

    private static boolean isProgram(Event event) {
        return event.set() == SetKind.CONTEXT;
    }

    private static Check check(Helper helper) {
        return switch (helper) {
            case GET_STACK, GET_STACKID -> Check.HELPER_STACK;
            case GET_FUNC_IP -> Check.HELPER_FUNC_IP;
            case GET_ATTACH_COOKIE -> Check.HELPER_COOKIE;
        };
    }

    private static String name(Helper helper) {
        return switch (helper) {
            case GET_STACK -> "bpf_get_stack";
            case GET_STACKID -> "bpf_get_stackid";
            case GET_FUNC_IP -> "bpf_get_func_ip";
            case GET_ATTACH_COOKIE -> "bpf_get_attach_cookie";
        };
    }
}
