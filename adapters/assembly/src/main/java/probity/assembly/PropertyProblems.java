package probity.assembly;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import probity.assembly.PropertiesFile.Entry;
import probity.spi.ContextPolicy;
import probity.spi.Diagnostic;

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
                                "The keys are name, version, kretprobe.stage, kretprobe.users,"
                                        + " context.policy, context.unsaved, and size or a register (x0 … x28, fp, lr, sp, pc, pstate) after"
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

    static Diagnostic badUsers(Entry entry) {
        return problem(
                "bad-users",
                "%s sets kretprobe.users to '%s', which is not a list of different names."
                        .formatted(line(entry), entry.value()),
                "Put a comma between two names, such as 'systemtap, trace events'; if nobody needs"
                        + " kretprobe any more, delete the line.");
    }

    static Diagnostic usersMigrated(Entry entry) {
        return problem(
                "users-migrated",
                "%s names users that still need kretprobe, but at stage 2 none does: %s."
                        .formatted(line(entry), entry.value()),
                "Delete the line, or set kretprobe.stage to 1.");
    }

    static Diagnostic badUnsaved(Entry entry) {
        return problem(
                "bad-unsaved",
                "%s sets context.unsaved to '%s', which is not zero or denied."
                        .formatted(line(entry), entry.value()),
                "zero: a program reads 0 from a register that was not stored; denied: a program that"
                        + " reads it is refused.");
    }

    static Diagnostic unsavedOfOtherPolicy(Entry entry, ContextPolicy policy) {
        return problem(
                "unsaved-not-open",
                "%s sets context.unsaved, but context.policy is %s, which leaves nothing open: %s."
                        .formatted(
                                line(entry),
                                policy.name().toLowerCase(Locale.ROOT),
                                switch (policy) {
                                    case FULL -> "every register is stored";
                                    case SPARSE -> "what was not stored is zero";
                                    default -> "who reads what was not stored is refused";
                                }),
                "Delete the line, or set context.policy to relocated.");
    }

    static String line(Entry entry) {
        return "Line " + entry.line() + " of candidate.properties";
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
