package probity.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import probity.judge.MagicValues;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Helper;
import probity.spi.RegisterFile;
import probity.spi.Target;

/**
 * Reads what a handler does, one phrase an action: {@code capture}, {@code take a perf sample},
 * {@code write 0x51 to x0} and so on, with the verb in either person. Labels are numbered, so that
 * they are unique in a script.
 */
final class ScriptReader {
    private static final Pattern READ = Pattern.compile("reads? (\\w+)");
    private static final Pattern WRITE = Pattern.compile("writes? (0x[0-9a-f]+) to (\\w+)");
    private static final Pattern STORE =
            Pattern.compile("stores? (\\w+) at the (first|last) data word");
    private static final Pattern CALL = Pattern.compile("calls? (.+)");
    private static final Pattern HELP = Pattern.compile("gets? (the .+)");
    private static final Map<String, Helper> HELPERS =
            Map.of(
                    "the stack", Helper.GET_STACK,
                    "the stack id", Helper.GET_STACKID,
                    "the function ip", Helper.GET_FUNC_IP,
                    "the cookie", Helper.GET_ATTACH_COOKIE);
    private static final int WORD = 8;
    private static final long NESTED_SEED = 7_000;

    private final TargetFinder targets;
    private final Architecture architecture;
    private final int dataSize;
    private final List<Action> actions = new ArrayList<>();

    /**
     * A reader for one script.
     *
     * @param dataSize size of the entry data in bytes, which the last data word depends on
     */
    ScriptReader(TargetFinder targets, Architecture architecture, int dataSize) {
        this.targets = targets;
        this.architecture = architecture;
        this.dataSize = dataSize;
    }

    /** Reads phrases into actions. */
    Action[] read(List<String> phrases) {
        phrases.forEach(this::read);
        return actions.toArray(Action[]::new);
    }

    private void read(String phrase) {
        switch (phrase) {
            case "capture", "captures" -> actions.add(new Action.Capture(label("capture")));
            case "take a perf sample", "takes a perf sample" -> sample(List.of());
            case "take a perf sample of all registers", "takes a perf sample of all registers" ->
                    sample(sampled());
            case "walk from the context", "walks from the context" ->
                    walk(Action.Walk.From.CONTEXT);
            case "walk from here", "walks from here" -> walk(Action.Walk.From.HERE);
            case "load the data", "loads the data" ->
                    actions.add(new Action.LoadData(label("data")));
            case "cancel the exit", "cancels" -> actions.add(new Action.Cancel());
            case "park", "parks" -> actions.add(new Action.Park());
            case "fault", "faults" -> fault();
            case "does nothing", "do nothing" -> {}
            default -> readWithObject(phrase);
        }
    }

    /** What stands behind a fault must not run; something does, so that it can be seen (TRN-10). */
    private void fault() {
        actions.add(new Action.Fault());
        actions.add(new Action.Capture(label("after the fault")));
    }

    private void readWithObject(String phrase) {
        Matcher read = READ.matcher(phrase);
        Matcher write = WRITE.matcher(phrase);
        Matcher store = STORE.matcher(phrase);
        Matcher help = HELP.matcher(phrase);
        Matcher call = CALL.matcher(phrase);
        if (read.matches()) {
            actions.add(new Action.Read(label("read"), read.group(1)));
        } else if (write.matches()) {
            actions.add(new Action.Write(label("write"), write.group(2), value(write.group(1))));
        } else if (store.matches()) {
            store(store.group(1), store.group(2).equals("first") ? 0 : dataSize - WORD);
        } else if (help.matches() && HELPERS.containsKey(help.group(1))) {
            actions.add(new Action.Help(label("help"), HELPERS.get(help.group(1))));
        } else if (call.matches()) {
            call(targets.one(new TargetPhrase(call.group(1))));
        } else {
            throw new IllegalArgumentException("No handler can do this: " + phrase);
        }
    }

    private void call(Target target) {
        long seed = NESTED_SEED + actions.size();
        RegisterFile registers = MagicValues.forCall(target, seed);
        actions.add(new Action.Call(label("call"), target.name(), registers));
    }

    private void store(String what, int offset) {
        actions.add(
                architecture.has(what)
                        ? new Action.StoreField(offset, what)
                        : new Action.StoreData(offset, value(what)));
    }

    private void sample(List<String> registers) {
        actions.add(new Action.Sample(label("sample"), registers));
    }

    private void walk(Action.Walk.From from) {
        actions.add(new Action.Walk(label("walk"), from));
    }

    /** What PERF_SAMPLE_REGS_INTR can show: general registers, sp and pc, but not pstate. */
    private List<String> sampled() {
        return architecture.registers().stream()
                .filter(name -> !name.startsWith("v") && !name.equals("pstate"))
                .toList();
    }

    private String label(String what) {
        return what + " " + (actions.size() + 1);
    }

    private static long value(String text) {
        return Long.parseUnsignedLong(text.replaceFirst("^0x", ""), 16);
    }
}
