package probity.machine.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What an engine made of a {@link Case}; laid out as the case is. */
record Outcome(End end, long pc, long[] x, long nzcv, long[] v, byte[] memory) {

    /** How it ended. Unicorn tells no more than that. */
    enum End {
        DONE,
        /** An access or a fetch that hits nothing. */
        FAULT,
        /** An instruction that is undefined, or a {@code brk}. */
        UNDEFINED
    }

    /** Everything that differs, in words; empty if nothing does. */
    List<String> differencesTo(Outcome unicorn) {
        List<String> all = new ArrayList<>();
        if (end != unicorn.end) {
            all.add("end: %s, Unicorn %s".formatted(end, unicorn.end));
        }
        if (end != End.UNDEFINED) {
            add(all, "pc", pc, unicorn.pc);
        }
        add(all, "nzcv", nzcv, unicorn.nzcv);
        for (int n = 0; n < x.length; n++) {
            add(all, n == Case.SP ? "sp" : "x" + n, x[n], unicorn.x[n]);
        }
        for (int n = 0; n < v.length; n++) {
            add(all, "v%d.d[%d]".formatted(n / 2, n % 2), v[n], unicorn.v[n]);
        }
        for (int n = 0; n < memory.length; n++) {
            if (memory[n] != unicorn.memory[n]) {
                add(all, "data+0x%x".formatted(n), memory[n] & 0xff, unicorn.memory[n] & 0xff);
            }
        }
        return all;
    }

    private static void add(List<String> all, String what, long ours, long unicorns) {
        if (ours != unicorns) {
            all.add("%s: 0x%x, Unicorn 0x%x".formatted(what, ours, unicorns));
        }
    }
}
