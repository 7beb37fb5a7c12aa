package probity.assembly;

import java.util.List;
import probity.reference.ElfImage;

/**
 * A linked file as far as it could be read.
 *
 * @param image its segments and the symbols that it defines
 * @param undefined the names of the symbols that it leaves to others
 * @param dynamic whether it wants a dynamic linker
 */
record Executable(ElfImage image, List<String> undefined, boolean dynamic) {
    Executable {
        undefined = List.copyOf(undefined);
    }

    /** Whether there is any code in it. */
    boolean hasText() {
        return image.segments().stream().anyMatch(ElfCheck::isText);
    }

    /** Whether it names anything at all. */
    boolean hasSymbols() {
        return !image.symbols().isEmpty() || !undefined.isEmpty();
    }
}
