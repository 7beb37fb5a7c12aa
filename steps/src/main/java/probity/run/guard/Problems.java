package probity.run.guard;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Architecture;
import probity.spi.RegisterFile;

/**
 * Collects what is wrong with one answer, as full sentences. Nulls are no concern here: the records
 * of the SPI refuse them.
 */
final class Problems {
    private final List<String> sentences = new ArrayList<>();
    private final Architecture architecture;

    Problems(Architecture architecture) {
        this.architecture = architecture;
    }

    void add(String format, Object... arguments) {
        sentences.add(String.format(format, arguments));
    }

    /** Adds the sentence unless the condition holds. */
    void unless(boolean condition, String format, Object... arguments) {
        if (!condition) {
            add(format, arguments);
        }
    }

    void text(String where, String component, String value) {
        unless(!value.isBlank(), "%s has an empty %s.", where, component);
    }

    void notNegative(String where, String component, long value) {
        unless(value >= 0, "%s has a negative %s (%d).", where, component, value);
    }

    void register(String where, String register) {
        unless(
                architecture.has(register),
                "%s names a register '%s' that %s does not have.",
                where,
                register,
                architecture);
    }

    /** Registers, where present, are those of the declared architecture. */
    void registers(String where, RegisterFile file) {
        unless(
                file.architecture() == architecture,
                "%s shows registers of %s, but %s is declared.",
                where,
                file.architecture(),
                architecture);
    }

    List<String> sentences() {
        return sentences;
    }
}
