package probity.assembly;

import java.util.List;
import java.util.stream.Collectors;
import probity.assembly.PropertiesFile.Entry;
import probity.spi.Diagnostic;
import probity.spi.Stage;

/** What can be wrong with the register sets that a {@code candidate.properties} describes. */
final class LayoutProblems {
    private LayoutProblems() {}

    static Diagnostic missing(String last, SetName set) {
        String meaning =
                switch (last) {
                    case "size" -> "the size in bytes of the register set that %s stores";
                    case "lr" -> "the offset of x30 in the set of %s; the core hooks returns there";
                    default ->
                            "the offset of pc in the set of %s; the core "
                                    + (set == SetName.ENTRY ? "may redirect" : "writes the caller")
                                    + " there";
                };
        return problem(
                "missing-property",
                "The property '%s' is missing from candidate.properties.".formatted(set.key(last)),
                "It is " + meaning.formatted(set.symbol()) + ".");
    }

    static Diagnostic badNumber(Entry entry) {
        return problem(
                "bad-number",
                "%s sets '%s' to '%s', which is not a number of bytes."
                        .formatted(PropertyProblems.line(entry), entry.key(), entry.value()),
                "Write decimal digits, or hexadecimal ones after 0x.");
    }

    static Diagnostic badSize(Entry entry) {
        return problem(
                "bad-size",
                "%s sets '%s' to %s, which is not a positive multiple of 8 up to %d."
                        .formatted(
                                PropertyProblems.line(entry),
                                entry.key(),
                                entry.value(),
                                LayoutReader.LARGEST_SET),
                "It is the size of the register set, not that of the whole frame.");
    }

    static Diagnostic outsideSet(Entry entry, String sizeKey, int size) {
        return problem(
                "offset-outside-set",
                "%s puts '%s' at offset %s, but its 8 bytes do not fit into a set of %d bytes."
                        .formatted(PropertyProblems.line(entry), entry.key(), entry.value(), size),
                "Correct the offset, or '" + sizeKey + "'.");
    }

    static Diagnostic misaligned(Entry entry) {
        return problem(
                "offset-misaligned",
                "%s puts '%s' at offset %s, which is not a multiple of 8."
                        .formatted(PropertyProblems.line(entry), entry.key(), entry.value()),
                "Each field is a 64-bit register; offsets are in bytes.");
    }

    static Diagnostic overlap(Entry first, Entry second) {
        return problem(
                "offset-overlap",
                "'%s' (line %d) and '%s' (line %d) of candidate.properties are both at offset %s."
                        .formatted(
                                first.key(),
                                first.line(),
                                second.key(),
                                second.line(),
                                second.value()),
                "Delete the line of a register that is not stored: it is then declared"
                        + " unpopulated.");
    }

    static Diagnostic layoutWithoutSymbol(SetName set, Stage stage, List<Entry> described) {
        return new Diagnostic(
                "layout-without-symbol",
                "candidate.properties describes the set of %s, but there is none at stage %d."
                        .formatted(set.symbol(), stage.number()),
                described.stream()
                        .map(each -> PropertyProblems.line(each) + " sets '" + each.key() + "'.")
                        .toList(),
                "Delete these lines, or correct kretprobe.stage.");
    }

    static Diagnostic policyNotServed(SetName set, List<String> absent) {
        return problem(
                "policy-not-served",
                "context.policy is full, but candidate.properties gives no offset in the set of %s to: %s."
                        .formatted(set.symbol(), absent.stream().collect(Collectors.joining(", "))),
                "Store and declare them all, or choose sparse, relocated or denied.");
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
