package probity.machine;

import static probity.machine.Names.r;
import static probity.machine.Names.w;

/** The aliases under which people know sbfm, bfm, ubfm and extr. */
final class BitfieldNames {
    private BitfieldNames() {}

    static String signed(boolean wide, int rd, int rn, int immr, int imms) {
        if (imms == (wide ? 63 : 31)) {
            return two("asr", wide, rd, rn) + ", #" + immr;
        }
        if (immr == 0 && (imms == 7 || imms == 15 || imms == 31)) {
            String name = imms == 7 ? "sxtb " : imms == 15 ? "sxth " : "sxtw ";
            return name + r(wide, rd) + ", " + w(rn);
        }
        return field("sbfiz", "sbfx", wide, rd, rn, immr, imms);
    }

    static String unsigned(boolean wide, int rd, int rn, int immr, int imms) {
        int top = wide ? 63 : 31;
        if (imms == top) {
            return two("lsr", wide, rd, rn) + ", #" + immr;
        }
        if (imms + 1 == immr) {
            return two("lsl", wide, rd, rn) + ", #" + (top - imms);
        }
        if (!wide && immr == 0 && (imms == 7 || imms == 15)) {
            return two(imms == 7 ? "uxtb" : "uxth", false, rd, rn);
        }
        return field("ubfiz", "ubfx", wide, rd, rn, immr, imms);
    }

    static String insert(boolean wide, int rd, int rn, int immr, int imms) {
        if (rn == Cpu.ZERO && imms < immr) {
            int width = wide ? 64 : 32;
            return "bfc " + r(wide, rd) + ", #" + (width - immr) + ", #" + (imms + 1);
        }
        return field("bfi", "bfxil", wide, rd, rn, immr, imms);
    }

    static String extract(boolean wide, int rd, int rn, int rm, int lsb) {
        return rn == rm
                ? two("ror", wide, rd, rn) + ", #" + lsb
                : two("extr", wide, rd, rn) + ", " + r(wide, rm) + ", #" + lsb;
    }

    /** Insertion shows position and width, extraction the lowest bit and width. */
    private static String field(
            String inserts, String extracts, boolean wide, int rd, int rn, int immr, int imms) {
        int width = wide ? 64 : 32;
        return imms < immr
                ? two(inserts, wide, rd, rn) + ", #" + (width - immr) + ", #" + (imms + 1)
                : two(extracts, wide, rd, rn) + ", #" + immr + ", #" + (imms - immr + 1);
    }

    private static String two(String name, boolean wide, int rd, int rn) {
        return name + " " + r(wide, rd) + ", " + r(wide, rn);
    }
}
