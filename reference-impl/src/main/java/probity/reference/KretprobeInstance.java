package probity.reference;

import java.util.Optional;

/**
 * An activation whose return is hooked by {@code kretprobe_trampoline}.
 *
 * @param probe whose exit handler is to run
 * @param site the hooked function
 * @param sp as at the call
 * @param fp x29 as at the call
 * @param trampoline the address of {@code kretprobe_trampoline}
 * @param saved what the link register held
 * @param returnIp the true return address
 * @param data the entry data, if the probe asked for some
 */
public record KretprobeInstance(
        AttachedProbe probe,
        Site site,
        long sp,
        long fp,
        long trampoline,
        long saved,
        long returnIp,
        Optional<EntryData> data)
        implements PendingReturn {}
