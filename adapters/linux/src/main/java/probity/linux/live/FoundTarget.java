package probity.linux.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import probity.linux.btf.BtfFunction;
import probity.spi.Architecture;
import probity.spi.Parameter;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.Target;

/**
 * A test function as a second observer saw it called: a kprobe on its first instruction, while
 * nothing else was hooked.
 *
 * @param function what is known of it
 * @param type its BTF
 * @param code its patch site and size
 * @param seen the registers that were the same at every call
 * @param callers the addresses in its callers, the direct one first
 */
record FoundTarget(
        TestFunction function, BtfFunction type, Code code, RegisterFile seen, List<Long> callers) {
    /** What a return leaves as it was at the call (AAPCS64 6.1.1). */
    private static final List<String> KEPT = List.of("x29", "sp");

    Target target() {
        long address = seen.get("pc");
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
                List.of(new Result("x0", type.result().bits())),
                0,
                0,
                List.of(),
                List.of(TestFunction.CALLER),
                Optional.of(arguments()),
                Optional.of(seen.only(KEPT).with("x0", function.result())),
                callers);
    }

    private List<Parameter> parameters() {
        return IntStream.range(0, type.parameters().size()).mapToObj(i -> parameter(i)).toList();
    }

    private Parameter parameter(int index) {
        var parameter = type.parameters().get(index);
        String name = parameter.name().isEmpty() ? "argument " + index : parameter.name();
        return Parameter.free(name, "x" + index, parameter.value().bits());
    }

    /** The constants where they are known, else what was seen; and where the call comes from. */
    private RegisterFile arguments() {
        RegisterFile file = RegisterFile.empty(Architecture.ARM64);
        for (String register : List.of("x29", "x30", "sp")) {
            file = seen.has(register) ? file.with(register, seen.get(register)) : file;
        }
        for (int i = 0; i < type.parameters().size(); i++) {
            String register = "x" + i;
            Optional<Long> known = function.argument(i);
            if (known.isPresent()) {
                file = file.with(register, known.get());
            } else if (seen.has(register)) {
                file = file.with(register, seen.get(register));
            }
        }
        return file;
    }
}
