package probity.reference;

import java.util.List;

/**
 * An activation whose return is hooked by {@code hook_return}.
 *
 * @param site the hooked function
 * @param sp as at the call
 * @param fp x29 as at the call
 * @param trampoline the address of {@code hook_return}
 * @param saved what the link register held
 * @param entryIp the entry ip that the handlers got
 * @param exits what is to run at the return, in the order of the entries
 */
public record ShadowFrame(
        Site site,
        long sp,
        long fp,
        long trampoline,
        long saved,
        long entryIp,
        List<ExitSlot> exits)
        implements PendingReturn {
    public ShadowFrame {
        exits = List.copyOf(exits);
    }
}
