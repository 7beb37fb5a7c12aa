package probity.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import probity.spi.Architecture;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.Probe;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** Fields of register sets, as features and declarations name them. */
final class Fields {
    private Fields() {}

    /** The registers that {@code x0–x8, sp} means. */
    static List<String> parse(Architecture architecture, String text) {
        List<String> found = new ArrayList<>();
        for (String part : text.split(", ")) {
            String[] ends = part.split("–");
            int first = index(architecture, ends[0]);
            int last = index(architecture, ends[ends.length - 1]);
            found.addAll(architecture.registers().subList(first, last + 1));
        }
        return found;
    }

    private static int index(Architecture architecture, String register) {
        int index = architecture.registers().indexOf(register);
        if (index < 0) {
            throw new IllegalArgumentException("No register is called " + register + ".");
        }
        return index;
    }

    /** The fields of pt_regs: general registers, sp, pc and pstate. */
    static List<String> ofPtRegs(Architecture architecture) {
        return architecture.registers().stream().filter(name -> !name.startsWith("v")).toList();
    }

    /** The fields of pt_regs that a set does not fill. */
    static List<String> unpopulated(Architecture architecture, RegisterSet set) {
        return ofPtRegs(architecture).stream()
                .filter(name -> set.state(name).kind() == FieldState.Kind.UNPOPULATED)
                .toList();
    }

    /** Whether a handler of this probe gets a set with an unpopulated field. */
    static boolean anyUnpopulated(Description description, Probe probe) {
        return Arrays.stream(Side.values())
                .filter(side -> probe.script(side).isPresent())
                .flatMap(side -> description.set(probe.kind(), side).stream())
                .anyMatch(set -> !unpopulated(description.architecture(), set).isEmpty());
    }
}
