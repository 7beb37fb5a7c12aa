package probity.linux.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import probity.linux.btf.BtfFunction;
import probity.linux.btf.BtfValue;
import probity.spi.Architecture;
import probity.spi.KnownRun;
import probity.spi.Parameter;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.Role;
import probity.spi.Target;

/**
 * A function that a kernel was seen to call.
 *
 * @param function what is known of it
 * @param type its BTF
 * @param code its patch site and size
 * @param seen its first call
 */
record FoundTarget(KernelFunction function, BtfFunction type, Code code, Sighting seen) {
    /** What a return leaves as it was at the call (AAPCS64 6.1.1). */
    private static final List<String> KEPT = List.of("x29", "sp");

    /** What does not fit is on the stack (AAPCS64 6.8.2). */
    private static final int ARGUMENT_REGISTERS = 8;

    private static final List<String> FRAME = List.of("x29", "x30", "sp");

    /** The size of a kernel stack, to which it is aligned too. */
    private static final long STACK = 16 << 10;

    /**
     * The target.
     *
     * @param runs by depth, what one call of it runs
     */
    Target target(List<List<KnownRun>> runs) {
        long address = seen.registers().get("pc");
        long site = address + code.site();
        return new Target(
                function.name(),
                function.role(),
                address,
                code.size(),
                site,
                site + Code.SITE / 2,
                site + Code.SITE,
                parameters(),
                results(),
                stackArguments(),
                0,
                calls(runs),
                callers(runs),
                Optional.of(arguments(seen)),
                Optional.of(returned(seen)),
                runs);
    }

    /** What is known of one of its calls. */
    KnownRun run(Sighting sighting, java.util.OptionalInt parent) {
        return new KnownRun(
                function.name(),
                parent,
                arguments(sighting),
                returned(sighting),
                sighting.callers(),
                source());
    }

    /** How its calls are known. */
    private String source() {
        String constants =
                IntStream.range(0, inRegisters())
                        .filter(i -> function.argument(i).isPresent())
                        .mapToObj(i -> "x" + i)
                        .collect(Collectors.joining(", "));
        String known =
                function.returns().of(seen.registers()).keySet().stream()
                        .sorted()
                        .collect(Collectors.joining(", "));
        String made =
                (constants.isEmpty() ? "" : constants + " at the call and ")
                        + (known.isEmpty() ? "" : known + " at the return and ");
        return (made.isEmpty() ? "" : made.replaceAll(" and $", "") + " from how it is called; ")
                + "the rest as a kprobe at its first instruction saw it, alone, in two runs";
    }

    /** What it should be and is not; empty if it is all that is expected of it. */
    Optional<String> contradiction() {
        if (function.role() == Role.CALLEE_SAVED && !code.keepsLast()) {
            return Optional.of(
                    function.name()
                            + " does not save x27 and x28, the last that are callee-saved.");
        }
        if (function.role() == Role.WIDE_RESULT && results().size() == 1) {
            return Optional.of(function.name() + " returns all in one register.");
        }
        if (function.role() == Role.STACK_ARGUMENTS && stackArguments() == 0) {
            return Optional.of(function.name() + " gets all of its arguments in registers.");
        }
        for (int i = 0; i < function.arguments().size(); i++) {
            int bits = type.parameters().get(i).value().bits();
            long known = function.arguments().get(i);
            long there =
                    seen.registers()
                            .find("x" + i)
                            .map(word -> word.truncate(bits).low())
                            .orElse(~known);
            if (there != known) {
                return Optional.of(
                        "%s is called with 0x%x as argument %d, where 0x%x is expected."
                                .formatted(function.name(), there, i, known));
            }
        }
        return Optional.empty();
    }

    private List<Parameter> parameters() {
        return IntStream.range(0, inRegisters()).mapToObj(this::parameter).toList();
    }

    /** Each takes one, but for structs, which no function has that is called here. */
    private int inRegisters() {
        return Math.min(ARGUMENT_REGISTERS, type.parameters().size());
    }

    private int stackArguments() {
        return type.parameters().size() - inRegisters();
    }

    private Parameter parameter(int index) {
        var parameter = type.parameters().get(index);
        String name = parameter.name().isEmpty() ? "argument " + index : parameter.name();
        return Parameter.free(name, "x" + index, parameter.value().bits());
    }

    private List<String> calls(List<List<KnownRun>> runs) {
        return runs.stream()
                .flatMap(
                        of ->
                                of.stream()
                                        .filter(run -> run.parent().isPresent())
                                        .filter(run -> parent(of, run).equals(function.name())))
                .map(KnownRun::function)
                .distinct()
                .toList();
    }

    private List<String> callers(List<List<KnownRun>> runs) {
        return runs.stream()
                .flatMap(
                        of ->
                                of.stream()
                                        .filter(run -> run.function().equals(function.name()))
                                        .filter(run -> run.parent().isPresent())
                                        .map(run -> parent(of, run)))
                .distinct()
                .toList();
    }

    private static String parent(List<KnownRun> runs, KnownRun run) {
        return runs.get(run.parent().getAsInt()).function();
    }

    /**
     * The constants where they are known, else what was seen and must be the same the next time;
     * and where the call comes from.
     */
    private RegisterFile arguments(Sighting sighting) {
        RegisterFile there = sighting.registers();
        RegisterFile file = RegisterFile.empty(Architecture.ARM64);
        for (String register : FRAME) {
            file = there.has(register) ? file.with(register, there.get(register)) : file;
        }
        for (int i = 0; i < inRegisters(); i++) {
            String register = "x" + i;
            Optional<Long> known = function.argument(i);
            if (known.isPresent()) {
                file = file.with(register, known.get());
            } else if (there.has(register)
                    && isLasting(type.parameters().get(i).value(), there, register)) {
                file = file.with(register, there.get(register));
            }
        }
        return file;
    }

    /** Numbers come from the call, and the stack is where it was; the heap is not. */
    private static boolean isLasting(BtfValue type, RegisterFile there, String register) {
        if (type.form() == BtfValue.Form.INTEGER) {
            return true;
        }
        return type.form() == BtfValue.Form.POINTER
                && there.has("sp")
                && Long.compareUnsigned(there.get(register) ^ there.get("sp"), STACK) < 0;
    }

    /** In as many registers as it takes (AAPCS64 6.9). */
    private List<Result> results() {
        int bits = type.result().bits();
        return bits <= Long.SIZE
                ? List.of(new Result("x0", bits))
                : List.of(new Result("x0", Long.SIZE), new Result("x1", bits - Long.SIZE));
    }

    private RegisterFile returned(Sighting sighting) {
        RegisterFile file = sighting.registers().only(KEPT);
        for (Map.Entry<String, Long> known :
                function.returns().of(sighting.registers()).entrySet()) {
            file = file.with(known.getKey(), known.getValue());
        }
        return file;
    }
}
