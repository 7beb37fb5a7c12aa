package probity.reference;

import java.util.List;
import java.util.Map;

/**
 * Where everything lies in the emulated kernel's address space. The target program has its own
 * fixed addresses, from {@code 0xffff800080000000} on; all of this lies above.
 */
public final class AddressMap {
    /** Where the trampolines' text is linked to: a {@code bl} from the targets reaches it. */
    public static final long TRAMPOLINES = 0xffff_8000_8100_0000L;

    /**
     * Where the handlers that trampolines call stand. Nothing is mapped there; the machine traps.
     */
    public static final Map<String, Long> HANDLERS =
            Map.of(
                    Symbols.ENTRY_HANDLER, 0xffff_8000_8110_0000L,
                    Symbols.RETURN_HANDLER, 0xffff_8000_8110_0100L,
                    Symbols.KRETPROBE_HANDLER, 0xffff_8000_8110_0200L);

    /** The kernel C that handles breakpoints; only walks from inside a handler show it. */
    static final long BREAK_HANDLER = 0xffff_8000_8110_0300L;

    /** Where calls from handlers begin. */
    static final long NESTED_CALL = 0xffff_8000_8110_0500L;

    /** Where functions that handlers call return to. */
    static final long NESTED_RETURN = 0xffff_8000_8110_0400L;

    /** Copies of instructions that breakpoints displaced. */
    static final long STEP_SLOTS = 0xffff_8000_8120_0000L;

    /** Task stacks, by task number. */
    static final long STACKS = 0xffff_8000_9000_0000L;

    static final long STACK_STRIDE = 0x2_0000;

    /** What tasks pass as x8, by task number. */
    static final long RESULTS = 0xffff_8000_a000_0000L;

    /** Contexts of programs, by CPU. */
    static final long CONTEXTS = 0xffff_8000_b000_0000L;

    /** Entry data of all activations. */
    static final long ENTRY_DATA = 0xffff_8000_c000_0000L;

    /** Nothing is ever mapped here. */
    static final long UNMAPPED = 0x10;

    /** A range of addresses in which the kit itself maps memory or traps. */
    public record Area(String name, long start, long end) {}

    /** Every such range; programs that are loaded stay out of them. */
    public static final List<Area> AREAS =
            List.of(
                    new Area("the handlers", HANDLERS.get(Symbols.ENTRY_HANDLER), STEP_SLOTS),
                    new Area("the breakpoints' slots", STEP_SLOTS, STEP_SLOTS + 0x10_0000),
                    new Area("the stacks", STACKS, RESULTS),
                    new Area("the indirect results", RESULTS, CONTEXTS),
                    new Area("the contexts", CONTEXTS, ENTRY_DATA),
                    new Area("the entry data", ENTRY_DATA, ENTRY_DATA + 0x1000_0000));

    private AddressMap() {}
}
