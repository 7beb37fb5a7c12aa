package probity.reference;

/** The symbols that tie trampolines and hook core together; DESIGN has the protocol of each. */
public final class Symbols {
    /** Reached by the {@code bl} of the patch site. */
    public static final String ENTRY = "hook_entry";

    /** Reached by the {@code ret} of a function whose return is hooked. */
    public static final String RETURN = "hook_return";

    /** The same for kretprobe. */
    public static final String KRETPROBE = "kretprobe_trampoline";

    /** Called by {@link #ENTRY}: x0 = the site's bl, x1 = return address, x2 = the set. */
    public static final String ENTRY_HANDLER = "hook_entry_handler";

    /** Called by {@link #RETURN}: x0 = the set; answers with the continuation in x0. */
    public static final String RETURN_HANDLER = "hook_return_handler";

    /** Called by a hand-built {@link #KRETPROBE}, like {@link #RETURN_HANDLER}. */
    public static final String KRETPROBE_HANDLER = "kretprobe_handler";

    private Symbols() {}
}
