package probity.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An instruction set, as the list of its registers. Names are those of the kernel's sources. */
public enum Architecture {
    /**
     * AArch64: x0–x30, sp, pc and pstate (64 bits each; pstate in SPSR layout: NZCV in bits 31–28,
     * DAIF in bits 9–6, mode in bits 3–0), v0–v31 (128 bits each).
     */
    ARM64(arm64());

    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();

    /** In bits, by index. */
    private final int[] widths;

    Architecture(Map<String, Integer> registers) {
        names = List.copyOf(registers.keySet());
        for (int i = 0; i < names.size(); i++) {
            indices.put(names.get(i), i);
        }
        widths = names.stream().mapToInt(registers::get).toArray();
    }

    /** All register names, in the order in which tables show them. */
    public List<String> registers() {
        return names;
    }

    /** Whether this architecture has a register of that name. */
    public boolean has(String register) {
        return indices.containsKey(register);
    }

    /**
     * The width of a register in bits.
     *
     * @throws MisuseException if there is no register of that name
     */
    public int bits(String register) {
        return widths[index(register)];
    }

    /** The value, if the register can hold it. */
    Word fitting(int index, Word value) {
        if (value == null) {
            Given.value(value, "the content of register " + names.get(index));
        } else if (value.high() != 0 && widths[index] <= Long.SIZE) {
            throw new MisuseException(
                    "Register "
                            + names.get(index)
                            + " has "
                            + widths[index]
                            + " bits and cannot hold "
                            + value
                            + ".");
        }
        return value;
    }

    int index(String register) {
        Integer index = register == null ? null : indices.get(register);
        if (index == null) {
            throw new MisuseException(
                    "There is no register named '" + register + "' on " + name() + ".");
        }
        return index;
    }

    private static Map<String, Integer> arm64() {
        Map<String, Integer> widths = new LinkedHashMap<>();
        List<String> general = new ArrayList<>();
        for (int i = 0; i <= 30; i++) {
            general.add("x" + i);
        }
        general.addAll(List.of("sp", "pc", "pstate"));
        general.forEach(name -> widths.put(name, 64));
        for (int i = 0; i <= 31; i++) {
            widths.put("v" + i, 128);
        }
        return widths;
    }
}
