package probity.linux.bpf;

/** The parts of which opcodes are made: an instruction's class and mode in one number. */
final class Opcode {
    /** Memory to register. */
    static final int LOAD = 0x61;

    /** Immediate to memory. */
    static final int STORE_IMMEDIATE = 0x62;

    /** Register to memory. */
    static final int STORE = 0x63;

    /** Read, change and write memory as one; the immediate says how. */
    static final int ATOMIC = 0xc3;

    /** 64 bits of immediate to register, in two slots. */
    static final int WIDE = 0x18;

    static final int ARITHMETIC32 = 0x04;
    static final int ARITHMETIC64 = 0x07;
    static final int JUMP = 0x05;
    static final int CALL = 0x85;
    static final int EXIT = 0x95;

    /** The operand is a register, and not the immediate. */
    static final int BY_REGISTER = 0x08;

    private Opcode() {}

    /** A place in memory as the verifier prints it. */
    static String memory(Width width, Register base, int offset) {
        return "*(%s *)(%s %+d)".formatted(width, base, offset);
    }
}
