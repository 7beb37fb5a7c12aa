package probity.run.honesty;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Execution;
import probity.spi.Point;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** The attempt for each capability and each kind of probe. */
public final class Attempts {
    private static final Map<Capability, Function<Setting, Optional<String>>> ALL =
            new EnumMap<>(Capability.class);

    static {
        ALL.put(Capability.PERF_OUTPUT, HandlerAttempts::perfOutput);
        ALL.put(
                Capability.WALK_FROM_CONTEXT,
                setting -> HandlerAttempts.walk(setting, Action.Walk.From.CONTEXT));
        ALL.put(
                Capability.WALK_FROM_HERE,
                setting -> HandlerAttempts.walk(setting, Action.Walk.From.HERE));
        ALL.put(Capability.STACK_HELPERS, HandlerAttempts::stackHelpers);
        ALL.put(Capability.ATTACH_HELPERS, HandlerAttempts::attachHelpers);
        ALL.put(Capability.ENTRY_DATA, HandlerAttempts::entryData);
        ALL.put(Capability.CANCEL, HandlerAttempts::cancel);
        ALL.put(Capability.NESTED_CALLS, HandlerAttempts::nestedCall);
        ALL.put(Capability.HANDLER_FAULTS, HandlerAttempts::fault);
        ALL.put(Capability.WRITES, HandlerAttempts::write);
        ALL.put(Capability.LOOKS_AGAIN, HandlerAttempts::looksAgain);
        ALL.put(Capability.SEES_RETURN_IP, Attempts::returnIp);
        ALL.put(Capability.ENABLE_DISABLE, TaskAttempts::enableDisable);
        ALL.put(Capability.BLOCKING, TaskAttempts::blocking);
        ALL.put(Capability.WALK_TASK, TaskAttempts::walkTask);
        ALL.put(Capability.MIGRATION, TaskAttempts::migration);
        ALL.put(Capability.PARKING, TaskAttempts::parking);
        ALL.put(Capability.SEES_BODY, s -> points(s, Point.BODY, Point.RETURN));
        ALL.put(Capability.SEES_CALLER, s -> points(s, Point.CALL, Point.AFTER));
        ALL.put(Capability.SEES_STACK, Attempts::irregularities);
        ALL.put(Capability.SEES_TRAMPOLINES, Attempts::trampolines);
        ALL.put(Capability.SEES_CODE, Attempts::code);
        ALL.put(Capability.SEES_SYMBOLS, Attempts::symbols);
    }

    private Attempts() {}

    /** How to try a capability out. */
    public static Attempt of(Capability capability) {
        Function<Setting, Optional<String>> attempt = ALL.get(capability);
        return (instance, description, targets) ->
                attempt.apply(new Setting(instance, description, targets));
    }

    /** How to try a capability out with handlers of one kind at one side. */
    public static Attempt of(Capability capability, ProbeKind kind, Side side) {
        Function<Setting, Optional<String>> attempt = ALL.get(capability);
        return (instance, description, targets) ->
                attempt.apply(new Setting(instance, description, targets).only(kind, side));
    }

    /** How to try out a kind of probe at a side. */
    public static Attempt of(ProbeKind kind, Side side) {
        return (instance, description, targets) ->
                probe(new Setting(instance, description, targets), kind, side);
    }

    private static Optional<String> probe(Setting setting, ProbeKind kind, Side side) {
        Action nothing = new Action.Capture("registers");
        return setting.hooked(kind, side, nothing)
                .map(
                        execution ->
                                String.format(
                                        "A %s probe with a handler at %s was accepted for %s, and"
                                                + " the handler ran.",
                                        kind, side, setting.plain().name()));
    }

    private static Optional<String> points(Setting setting, Point... points) {
        Execution execution = setting.run(setting.call(setting.plain()));
        for (Point point : points) {
            if (Setting.shows(execution, point)) {
                return Optional.of("An activation showed its registers at " + point + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> returnIp(Setting setting) {
        return anyHooked(setting).stream()
                .flatMap(execution -> execution.events().stream())
                .filter(event -> event.returnIp().isPresent())
                .findFirst()
                .map(
                        event ->
                                "The return ip 0x%x was shown at the %s of %s."
                                        .formatted(
                                                event.returnIp().getAsLong(),
                                                event.side().name().toLowerCase(Locale.ROOT),
                                                event.function()));
    }

    private static Optional<String> irregularities(Setting setting) {
        return anyHooked(setting)
                .filter(execution -> !execution.irregularities().isEmpty())
                .map(e -> "This was reported: " + e.irregularities().get(0).text());
    }

    private static Optional<String> trampolines(Setting setting) {
        return anyHooked(setting)
                .filter(execution -> !execution.trampolines().isEmpty())
                .map(e -> "A run of " + e.trampolines().get(0).symbol() + " was reported.");
    }

    private static Optional<Execution> anyHooked(Setting setting) {
        for (Side side : Side.values()) {
            for (ProbeKind kind : setting.kindsAt(side)) {
                Optional<Execution> execution =
                        setting.hooked(kind, side, new Action.Capture("registers"));
                if (execution.isPresent()) {
                    return execution;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> code(Setting setting) {
        int size = setting.instance().code(setting.plain().name()).size();
        return size == 0
                ? Optional.empty()
                : Optional.of("It gave " + size + " bytes of " + setting.plain().name() + ".");
    }

    private static Optional<String> symbols(Setting setting) {
        return setting.instance().symbols().stream()
                .findFirst()
                .map(symbol -> "It gave the symbol " + symbol + ".");
    }
}
