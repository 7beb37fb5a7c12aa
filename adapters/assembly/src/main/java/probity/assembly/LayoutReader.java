package probity.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import probity.assembly.PropertiesFile.Entry;
import probity.reference.SetLayout;

/** Reads the size and the offsets of one register set, and checks that they fit together. */
final class LayoutReader {
    /** Every field has 64 bits. */
    private static final int FIELD = 8;

    /** Far above every register set; a larger one is a typing error. */
    static final int LARGEST_SET = 4096;

    private final PropertiesFile file;
    private final SetName set;
    private final Problems problems;

    LayoutReader(PropertiesFile file, SetName set, Problems problems) {
        this.file = file;
        this.set = set;
        this.problems = problems;
    }

    /** Whether any property belongs to this set. */
    static boolean isDescribed(PropertiesFile file, SetName set) {
        return file.entries().stream().anyMatch(entry -> set.owns(entry.key()));
    }

    /** The layout; empty if there is a problem with it. */
    Optional<SetLayout> read(List<String> required) {
        int before = problems.list().size();
        for (String last : required) {
            if (file.lacks(set.key(last))) {
                problems.add(LayoutProblems.missing(last, set));
            }
        }
        OptionalInt size = size();
        Map<String, Integer> offsets = offsets(size);
        return problems.list().size() > before || size.isEmpty()
                ? Optional.empty()
                : Optional.of(new SetLayout(size.getAsInt(), offsets));
    }

    private OptionalInt size() {
        Optional<Entry> entry = file.find(set.key("size"));
        if (entry.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt size = number(entry.get());
        if (size.isPresent() && !isSize(size.getAsInt())) {
            problems.add(LayoutProblems.badSize(entry.get()));
            return OptionalInt.empty();
        }
        return size;
    }

    private static boolean isSize(int value) {
        return value > 0 && value % FIELD == 0 && value <= LARGEST_SET;
    }

    private Map<String, Integer> offsets(OptionalInt size) {
        Map<String, Integer> offsets = new TreeMap<>();
        TreeMap<Integer, Entry> taken = new TreeMap<>();
        for (Map.Entry<String, String> register : SetName.REGISTERS.entrySet()) {
            Optional<Entry> entry = file.find(set.key(register.getKey()));
            OptionalInt offset = entry.isEmpty() ? OptionalInt.empty() : number(entry.get());
            if (offset.isPresent() && fits(entry.get(), offset.getAsInt(), size, taken)) {
                offsets.put(register.getValue(), offset.getAsInt());
            }
        }
        return offsets;
    }

    private boolean fits(Entry entry, int offset, OptionalInt size, TreeMap<Integer, Entry> taken) {
        if (size.isPresent() && offset > size.getAsInt() - FIELD) {
            problems.add(LayoutProblems.outsideSet(entry, set.key("size"), size.getAsInt()));
            return false;
        }
        if (offset % FIELD != 0) {
            problems.add(LayoutProblems.misaligned(entry));
            return false;
        }
        Entry other = taken.putIfAbsent(offset, entry);
        if (other != null) {
            problems.add(LayoutProblems.overlap(other, entry));
        }
        return other == null;
    }

    private OptionalInt number(Entry entry) {
        boolean hex = entry.value().startsWith("0x");
        String digits = hex ? entry.value().substring(2) : entry.value();
        if (digits.matches(hex ? "[0-9a-fA-F]{1,7}" : "[0-9]{1,9}")) {
            return OptionalInt.of(Integer.parseInt(digits, hex ? 16 : 10));
        }
        if (!entry.value().isEmpty()) { // which has been said
            problems.add(LayoutProblems.badNumber(entry));
        }
        return OptionalInt.empty();
    }
}
