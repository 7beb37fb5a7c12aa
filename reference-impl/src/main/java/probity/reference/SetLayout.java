package probity.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A register set as a trampoline stores it: where each register lies. A register without an offset
 * is not in the set.
 *
 * @param size of the structure in bytes
 * @param offsets in bytes from the structure's start, by the names of the registers (x0–x30, sp,
 *     pc, pstate); each field has 8 bytes
 */
public record SetLayout(int size, Map<String, Integer> offsets) {
    private static final int PT_REGS_SIZE = 272;
    private static final int FTRACE_REGS_SIZE = 112;

    /** The layout of the light entry set, arm64's {@code ftrace_regs}. */
    public static final SetLayout LIGHT_ENTRY = light(8, true);

    /** The layout of the light return set: the same structure, without x8 and lr. */
    public static final SetLayout LIGHT_RETURN = light(7, false);

    /**
     * A whole {@code pt_regs}. Stored at a patch site, x9 is what the site made of it: the return
     * address.
     */
    public static final SetLayout FULL = full();

    public SetLayout {
        offsets = Map.copyOf(offsets);
        for (Map.Entry<String, Integer> field : offsets.entrySet()) {
            if (field.getValue() < 0 || field.getValue() + Long.BYTES > size) {
                throw new IllegalArgumentException(
                        "The offset %d of %s lies outside of the set's %d bytes."
                                .formatted(field.getValue(), field.getKey(), size));
            }
        }
    }

    /** The names that a {@code pt_regs} has fields for, in its order. */
    public static List<String> names() {
        return Names.ALL;
    }

    /** Where a register lies, if it is in the set. */
    public OptionalInt offset(String register) {
        Integer offset = offsets.get(register);
        return offset == null ? OptionalInt.empty() : OptionalInt.of(offset);
    }

    /** Whether the set has this register. */
    public boolean has(String register) {
        return offsets.containsKey(register);
    }

    /** Whether the set is a full one. */
    public boolean isFull() {
        return names().stream().allMatch(this::has);
    }

    /** The registers of the set. */
    public Set<String> registers() {
        return offsets.keySet();
    }

    private static SetLayout light(int lastGeneral, boolean withLink) {
        Map<String, Integer> offsets = new LinkedHashMap<>();
        for (int i = 0; i <= lastGeneral; i++) {
            offsets.put("x" + i, i * Long.BYTES);
        }
        offsets.put("x29", 80);
        if (withLink) {
            offsets.put("x30", 88);
        }
        offsets.put("sp", 96);
        offsets.put("pc", 104);
        return new SetLayout(FTRACE_REGS_SIZE, offsets);
    }

    private static SetLayout full() {
        Map<String, Integer> offsets = new LinkedHashMap<>();
        for (String name : Names.ALL) {
            offsets.put(name, offsets.size() * Long.BYTES);
        }
        return new SetLayout(PT_REGS_SIZE, offsets);
    }

    /** Apart, since the constants above need it before anything else of this class is ready. */
    private static final class Names {
        static final List<String> ALL = all();

        private static List<String> all() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i <= 30; i++) {
                names.add("x" + i);
            }
            names.addAll(List.of("sp", "pc", "pstate"));
            return List.copyOf(names);
        }
    }
}
