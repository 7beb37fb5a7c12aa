package probity.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import probity.spi.Target;

/** Addresses as kernel people read them. */
final class Names {
    private static final int SHOWN = 10;

    private final List<Target> targets;
    private final Map<String, Target> byName = new HashMap<>();

    Names(List<Target> targets) {
        this.targets = targets;
        targets.forEach(target -> byName.put(target.name(), target));
    }

    /** The target of this symbol, if it is one. */
    Optional<Target> target(String symbol) {
        return Optional.ofNullable(byName.get(symbol));
    }

    /** The target that an address lies in. Where two touch, the one that starts there wins. */
    Optional<Target> at(long address) {
        Optional<Target> found = Optional.empty();
        for (Target target : targets) {
            if (target.contains(address)) {
                if (address != target.address() + target.size()) {
                    return Optional.of(target);
                }
                found = Optional.of(target);
            }
        }
        return found;
    }

    /** {@code symbol+0xoff/0xsize} where the address lies in a target, else hexadecimal. */
    String of(long address) {
        return at(address)
                .map(
                        target ->
                                String.format(
                                        "%s+0x%x/0x%x",
                                        target.name(), address - target.address(), target.size()))
                .orElse(hex(address));
    }

    /** Frames, innermost first; of long walks only the ends. */
    String of(List<Long> frames) {
        if (frames.isEmpty()) {
            return "no frame";
        }
        if (frames.size() <= SHOWN) {
            return frames.stream().map(this::of).collect(Collectors.joining(" < "));
        }
        int half = SHOWN / 2;
        int left = frames.size() - 2 * half;
        return of(frames.subList(0, half))
                + " < ("
                + left
                + " more) < "
                + of(frames.subList(frames.size() - half, frames.size()));
    }

    /** A 64-bit value in hexadecimal. */
    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
