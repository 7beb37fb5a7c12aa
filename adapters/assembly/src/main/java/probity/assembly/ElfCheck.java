package probity.assembly;

import java.util.List;
import probity.machine.Memory;
import probity.machine.Permission;
import probity.reference.AddressMap;
import probity.reference.ElfImage;
import probity.reference.ElfImage.Segment;

/** Whether an executable can be loaded beside the targets and the kit's own memory. */
final class ElfCheck {
    /** How far a {@code bl} reaches to either side. */
    private static final long REACH = 128L << 20;

    /** Far above every set of trampolines; a larger one is a slip. */
    static final long LARGEST_SEGMENT = 1L << 20;

    private final Executable executable;
    private final MemoryMap map;
    private final Problems problems;

    ElfCheck(Executable executable, MemoryMap map, Problems problems) {
        this.executable = executable;
        this.map = map;
        this.problems = problems;
    }

    void run() {
        if (executable.dynamic()) {
            problems.add(ElfProblems.dynamic());
        }
        ElfImage image = executable.image();
        if (!executable.hasText()) {
            problems.add(ElfProblems.noText());
        }
        image.segments().forEach(this::segment);
        sharedPages(image.segments());
        symbols(image);
    }

    private void segment(Segment segment) {
        if (segment.size() < segment.content().length) {
            problems.add(ElfProblems.shorterThanItsContent(segment));
        } else if (Long.compareUnsigned(segment.size(), LARGEST_SEGMENT) > 0) {
            problems.add(ElfProblems.tooLarge(segment));
            return; // its end may be anywhere
        }
        if (isText(segment) && segment.permissions().contains(Permission.WRITE)) {
            problems.add(ElfProblems.writableText(segment));
        }
        if (isText(segment) && !inReach(segment, map.targets())) {
            problems.add(ElfProblems.outOfReach(segment, map.targets()));
            return; // what else lies out there does not matter
        }
        for (AddressRange taken : map.taken()) {
            if (taken.overlaps(firstPage(segment), endOfPages(segment))) {
                problems.add(ElfProblems.overlaps(segment, taken));
            }
        }
    }

    private static boolean inReach(Segment text, AddressRange targets) {
        return isNear(text.address() + text.size(), targets.start())
                && isNear(text.address(), targets.end());
    }

    private static boolean isNear(long one, long other) {
        return one - other <= REACH && one - other >= -REACH;
    }

    /** Memory is mapped by the page, with one set of permissions. */
    private void sharedPages(List<Segment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            for (int j = i + 1; j < segments.size(); j++) {
                Segment first = segments.get(i);
                Segment second = segments.get(j);
                if (Long.compareUnsigned(firstPage(first), endOfPages(second)) < 0
                        && Long.compareUnsigned(firstPage(second), endOfPages(first)) < 0) {
                    problems.add(ElfProblems.sharedPage(first, second));
                }
            }
        }
    }

    private void symbols(ElfImage image) {
        executable.undefined().stream()
                .filter(name -> !SetName.isTrampoline(name)) // it is missing
                .forEach(name -> problems.add(SymbolProblems.undefinedSymbol(name)));
        if (!executable.hasSymbols()) {
            problems.add(ElfProblems.noSymbols());
            return;
        }
        AddressMap.HANDLERS.forEach(
                (name, address) -> {
                    ElfImage.Symbol placed = image.symbols().get(name);
                    if (placed != null && placed.address() != address) {
                        problems.add(SymbolProblems.handlerElsewhere(placed, address));
                    }
                });
    }

    static boolean isText(Segment segment) {
        return segment.permissions().contains(Permission.EXECUTE);
    }

    private static long firstPage(Segment segment) {
        return segment.address() & -Memory.PAGE_SIZE;
    }

    static long endOfPages(Segment segment) {
        return segment.address() + segment.size() + Memory.PAGE_SIZE - 1 & -Memory.PAGE_SIZE;
    }
}
