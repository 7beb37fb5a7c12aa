package probity.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import probity.assembly.PropertiesFile.Entry;
import probity.spi.Diagnostic;
import probity.spi.Stage;

/** What can be wrong with a {@code candidate.properties}. */
final class PropertyProblems {
    private PropertyProblems() {}

    static Diagnostic syntax(String line, int number) {
        return problem(
                "property-syntax",
                "Line %d of candidate.properties is not of the form key = value: '%s'."
                        .formatted(number, line),
                "One property a line; a line that begins with # is a comment; there are no"
                        + " continuation lines.");
    }

    static Diagnostic duplicateKey(Entry first, Entry again) {
        return problem(
                "duplicate-key",
                "The key '%s' stands in line %d of candidate.properties and again in line %d."
                        .formatted(again.key(), first.line(), again.line()),
                "Delete one of the two lines.");
    }

    static Diagnostic unknownKey(Entry entry, Optional<String> nearest) {
        return problem(
                "unknown-key",
                "%s has the unknown key '%s'.".formatted(line(entry), entry.key()),
                nearest.map(key -> "Did you mean '" + key + "'?")
                        .orElse(
                                "The keys are name, version, kretprobe.stage, context.policy, and"
                                        + " size or a register (x0 … x28, fp, lr, sp, pc, pstate) after"
                                        + " entry., return. or kretprobe."));
    }

    static Diagnostic emptyValue(Entry entry) {
        return problem(
                "empty-value",
                "%s gives '%s' no value.".formatted(line(entry), entry.key()),
                "Give it a value, or delete the line.");
    }

    static Diagnostic missing(String key) {
        return problem(
                "missing-property",
                "The property '%s' is missing from candidate.properties.".formatted(key),
                switch (key) {
                    case PropertiesReader.STAGE -> "It is 0, 1, 2 or 3.";
                    case PropertiesReader.POLICY -> "It is full, sparse, relocated or denied.";
                    default -> "It is how reports call the candidate, such as my-light-frame.";
                });
    }

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

    static Diagnostic badName(Entry entry) {
        return problem(
                "bad-name",
                "%s has the name '%s', which is not made of lower-case letters, digits and hyphens."
                        .formatted(line(entry), entry.value()),
                "A name such as my-light-frame goes into test names and reports.");
    }

    static Diagnostic badStage(Entry entry) {
        return problem(
                "bad-stage",
                "%s sets kretprobe.stage to '%s', which is not 0, 1, 2 or 3."
                        .formatted(line(entry), entry.value()),
                "0: legacy, 1: kretprobe and return hook coexist, 2: users migrated, 3: kretprobe"
                        + " removed.");
    }

    static Diagnostic badPolicy(Entry entry) {
        return problem(
                "bad-policy",
                "%s sets context.policy to '%s', which is not full, sparse, relocated or denied."
                        .formatted(line(entry), entry.value()),
                "Write it in lower case.");
    }

    static Diagnostic badNumber(Entry entry) {
        return problem(
                "bad-number",
                "%s sets '%s' to '%s', which is not a number of bytes."
                        .formatted(line(entry), entry.key(), entry.value()),
                "Write decimal digits, or hexadecimal ones after 0x.");
    }

    static Diagnostic badSize(Entry entry) {
        return problem(
                "bad-size",
                "%s sets '%s' to %s, which is not a positive multiple of 8 up to %d."
                        .formatted(
                                line(entry), entry.key(), entry.value(), LayoutReader.LARGEST_SET),
                "It is the size of the register set, not that of the whole frame.");
    }

    static Diagnostic outsideSet(Entry entry, String sizeKey, int size) {
        return problem(
                "offset-outside-set",
                "%s puts '%s' at offset %s, but its 8 bytes do not fit into a set of %d bytes."
                        .formatted(line(entry), entry.key(), entry.value(), size),
                "Correct the offset, or '" + sizeKey + "'.");
    }

    static Diagnostic misaligned(Entry entry) {
        return problem(
                "offset-misaligned",
                "%s puts '%s' at offset %s, which is not a multiple of 8."
                        .formatted(line(entry), entry.key(), entry.value()),
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
                described.stream().map(each -> line(each) + " sets '" + each.key() + "'.").toList(),
                "Delete these lines, or correct kretprobe.stage.");
    }

    static Diagnostic policyNotServed(SetName set, List<String> absent) {
        return problem(
                "policy-not-served",
                "context.policy is full, but candidate.properties gives no offset in the set of %s to: %s."
                        .formatted(set.symbol(), absent.stream().collect(Collectors.joining(", "))),
                "Store and declare them all, or choose sparse, relocated or denied.");
    }

    private static String line(Entry entry) {
        return "Line " + entry.line() + " of candidate.properties";
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
