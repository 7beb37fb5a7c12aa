package probity.machine;

/**
 * FEAT_PAuth with 48-bit addresses and no tagged addresses: the code stands in bits 63..56 and
 * 54..48, bit 55 says which half of the address space is meant. The code itself is this machine's
 * own (the manual allows an IMPLEMENTATION DEFINED algorithm); all else follows AddPAC and Auth.
 */
final class PointerAuthentication {
    private static final int ADDRESS_BITS = 48;
    private static final long ADDRESS = (1L << ADDRESS_BITS) - 1;
    private static final long SELECT = 1L << 55;
    private static final long CODE = ~ADDRESS & ~SELECT;
    private static final long CORRUPTION = 1L << 62;
    private static final long ERROR_A = 1L << 61;
    private static final long ERROR_B = 2L << 61;
    private static final long ERROR = ERROR_A | ERROR_B;

    private PointerAuthentication() {}

    /** The manual's AddPAC. */
    static long sign(Cpu cpu, long pointer, long modifier, int key) {
        long canonical = strip(pointer);
        long code = code(cpu, canonical, modifier, key);
        if (canonical != pointer) {
            code ^= CORRUPTION;
        }
        return code & CODE | pointer & ~CODE;
    }

    /**
     * The manual's Auth without FEAT_FPAC: a wrong code yields an address that faults when used.
     */
    static long authenticate(Cpu cpu, long pointer, long modifier, int key) {
        long canonical = strip(pointer);
        if (((code(cpu, canonical, modifier, key) ^ pointer) & CODE) == 0) {
            return canonical;
        }
        boolean keyB = key == SystemRegisters.KEY_IB || key == SystemRegisters.KEY_DB;
        return canonical & ~ERROR | (keyB ? ERROR_B : ERROR_A);
    }

    /** The manual's Strip. */
    static long strip(long pointer) {
        return (pointer & SELECT) != 0 ? pointer | ~ADDRESS : pointer & ADDRESS;
    }

    /** The manual's ComputePAC, 64 bits: a keyed hash with two rounds of a 64-bit finaliser. */
    static long code(Cpu cpu, long pointer, long modifier, int key) {
        long low = cpu.system.get(key);
        long high = cpu.system.get(key + 1);
        return mix(mix(pointer ^ low) + modifier ^ high);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Names the failed authentication behind a fetch fault, where the address shows one. */
    static GuestFault explain(GuestFault fault) {
        long canonical = strip(fault.address);
        long error = fault.address & ERROR;
        boolean shows =
                (fault.address ^ canonical) != 0
                        && ((fault.address ^ canonical) & ~ERROR) == 0
                        && (error == ERROR_A || error == ERROR_B);
        if (fault.kind != FaultKind.INSTRUCTION_FETCH || !shows) {
            return fault;
        }
        return new GuestFault(
                FaultKind.PAC,
                fault.address,
                "The pc 0x%x is what a failed authentication makes of 0x%x"
                        .formatted(fault.address, canonical));
    }
}
