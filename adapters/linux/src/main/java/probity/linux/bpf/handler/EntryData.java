package probity.linux.bpf.handler;

import java.util.OptionalInt;
import probity.spi.ProbeKind;

/** The entry data that a BPF program has: the cookie of a session, and nothing else. */
final class EntryData {
    private EntryData() {}

    /** In bytes; 0 for none. */
    static int size(ProbeKind kind) {
        return kind == ProbeKind.SESSION ? Long.BYTES : 0;
    }

    /**
     * How much a program can tell that its handler was given of what was asked for. A kretprobe's
     * data it never sees, and a session's cookie is there whether anybody asked or not.
     */
    static OptionalInt seen(ProbeKind kind) {
        return kind == ProbeKind.KRETPROBE || kind == ProbeKind.SESSION
                ? OptionalInt.empty()
                : OptionalInt.of(size(kind));
    }
}
