package probity.assembly;

import java.util.ArrayList;
import java.util.List;
import probity.machine.Memory;
import probity.reference.AddressMap;
import probity.reference.ElfImage;
import probity.targets.TargetProgram;

/**
 * Where trampolines must not be, and what they have to be near to.
 *
 * @param targets the text of the target program, from its first segment to its last
 * @param taken what the kit itself maps, the target program included
 */
record MemoryMap(AddressRange targets, List<AddressRange> taken) {
    MemoryMap {
        taken = List.copyOf(taken);
    }

    /** The map of the machine that trampolines run on. */
    static MemoryMap ofKit() {
        List<AddressRange> taken = new ArrayList<>();
        AddressRange targets = null;
        for (ElfImage.Segment segment : ElfImage.parse(TargetProgram.elf()).segments()) {
            boolean text = ElfCheck.isText(segment);
            AddressRange range =
                    new AddressRange(
                            "the targets' " + (text ? "text" : "data"),
                            segment.address() & -Memory.PAGE_SIZE,
                            ElfCheck.endOfPages(segment));
            taken.add(range);
            if (text) {
                targets = targets == null ? range : targets.upTo(range);
            }
        }
        AddressMap.AREAS.forEach(
                area -> taken.add(new AddressRange(area.name(), area.start(), area.end())));
        return new MemoryMap(targets, taken);
    }
}
