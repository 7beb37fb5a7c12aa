package probity.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Linked trampolines and what they store. Which of {@link Symbols} the image has decides what the
 * hook core can offer.
 *
 * @param image the linked program; its text is within reach of the targets' {@code bl}
 * @param entry what {@code hook_entry} stores
 * @param exit what {@code hook_return} stores, if there is one
 * @param kretprobe what a {@code kretprobe_trampoline} built by hand stores; empty if it is a
 *     {@code brk #7} or there is none
 */
public record Trampolines(
        ElfImage image, SetLayout entry, Optional<SetLayout> exit, Optional<SetLayout> kretprobe) {
    public Trampolines {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(entry, "entry");
        need(image, Symbols.ENTRY, true);
        need(image, Symbols.RETURN, exit.isPresent());
        if (kretprobe.isPresent()) {
            need(image, Symbols.KRETPROBE, true);
        }
    }

    /**
     * The exit set as handlers read it. They know one structure: a register that the entry set has
     * too is read where it lies there (SYM-01), wherever {@code hook_return} puts it.
     */
    public Optional<SetLayout> exitForHandlers() {
        return exit.map(
                stored -> {
                    Map<String, Integer> offsets = new HashMap<>(stored.offsets());
                    offsets.replaceAll(
                            (register, offset) -> entry.offsets().getOrDefault(register, offset));
                    return new SetLayout(Math.max(stored.size(), entry.size()), offsets);
                });
    }

    /** Where the entry trampoline begins. */
    public long entryAddress() {
        return image.address(Symbols.ENTRY).getAsLong();
    }

    /** Where the return trampoline begins, if there is one. */
    public OptionalLong returnAddress() {
        return image.address(Symbols.RETURN);
    }

    /** Where kretprobe's trampoline begins, if there is one. */
    public OptionalLong kretprobeAddress() {
        return image.address(Symbols.KRETPROBE);
    }

    /** Whether an address is where a hooked function returns to. */
    public boolean isReturnTrampoline(long address) {
        return isAt(returnAddress(), address) || isAt(kretprobeAddress(), address);
    }

    private static boolean isAt(OptionalLong place, long address) {
        return place.isPresent() && place.getAsLong() == address;
    }

    private static void need(ElfImage image, String symbol, boolean wanted) {
        if (wanted && image.address(symbol).isEmpty()) {
            throw new IllegalArgumentException("The trampolines have no symbol '" + symbol + "'.");
        }
    }
}
