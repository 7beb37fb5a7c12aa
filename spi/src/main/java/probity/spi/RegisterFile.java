package probity.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * An immutable, partial map from an architecture's registers to their contents. A register that is
 * absent is unknown, which is not the same as zero. A name that the architecture does not have is
 * misuse, whatever is done with it.
 */
public final class RegisterFile {
    private final Architecture architecture;
    private final Word[] words;

    private RegisterFile(Architecture architecture, Word[] words) {
        this.architecture = architecture;
        this.words = words;
    }

    /** A file in which nothing is known. */
    public static RegisterFile empty(Architecture architecture) {
        Given.value(architecture, "the architecture of a RegisterFile");
        return new RegisterFile(architecture, new Word[architecture.registers().size()]);
    }

    /** The architecture whose registers these are. */
    public Architecture architecture() {
        return architecture;
    }

    /** The names of the known registers, in the order of {@link Architecture#registers()}. */
    public List<String> names() {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i] != null) {
                known.add(architecture.registers().get(i));
            }
        }
        return known;
    }

    /** Whether the register's content is known. */
    public boolean has(String register) {
        return words[architecture.index(register)] != null;
    }

    /** The register's content, if known. */
    public Optional<Word> find(String register) {
        return Optional.ofNullable(words[architecture.index(register)]);
    }

    /**
     * The lower 64 bits of a known register.
     *
     * @throws MisuseException if the register is absent
     */
    public long get(String register) {
        return find(register)
                .orElseThrow(
                        () ->
                                new MisuseException(
                                        "Register " + register + " is absent from this file."))
                .low();
    }

    /** A copy in which the register has this 64-bit content. */
    public RegisterFile with(String register, long value) {
        return with(register, Word.of(value));
    }

    /**
     * A copy in which the register has this content.
     *
     * @throws MisuseException if the content is wider than the register
     */
    public RegisterFile with(String register, Word value) {
        Word[] copy = words.clone();
        int index = architecture.index(register);
        copy[index] = architecture.fitting(index, value);
        return new RegisterFile(architecture, copy);
    }

    /** A copy in which every register that {@code other} knows has the content it has there. */
    public RegisterFile with(RegisterFile other) {
        Given.value(other, "the other RegisterFile");
        Word[] copy = words.clone();
        for (int i = 0; i < copy.length; i++) {
            if (other.words[i] != null) {
                copy[i] = other.words[i];
            }
        }
        return new RegisterFile(architecture, copy);
    }

    /** A copy that knows these registers only. */
    public RegisterFile only(Collection<String> registers) {
        Word[] kept = new Word[words.length];
        for (String register : Given.value(registers, "the registers to keep")) {
            int index = architecture.index(register);
            kept[index] = words[index];
        }
        return new RegisterFile(architecture, kept);
    }

    /** A copy that does not know these registers. */
    public RegisterFile without(Collection<String> registers) {
        Word[] kept = words.clone();
        for (String register : Given.value(registers, "the registers to leave out")) {
            kept[architecture.index(register)] = null;
        }
        return new RegisterFile(architecture, kept);
    }

    /** Collects registers into a file without copying at each one. */
    public static Builder builder(Architecture architecture) {
        return new Builder(architecture);
    }

    /** A file under construction; not thread safe. */
    public static final class Builder {
        private final Architecture architecture;
        private final Word[] words;

        private Builder(Architecture architecture) {
            this.architecture = Given.value(architecture, "the architecture of a RegisterFile");
            this.words = new Word[architecture.registers().size()];
        }

        /** Sets a register to a 64-bit content. */
        public Builder set(String register, long value) {
            return set(register, Word.of(value));
        }

        /**
         * Sets a register.
         *
         * @throws MisuseException if the content is wider than the register
         */
        public Builder set(String register, Word value) {
            int index = architecture.index(register);
            words[index] = architecture.fitting(index, value);
            return this;
        }

        /** The file as it stands now. */
        public RegisterFile build() {
            return new RegisterFile(architecture, words.clone());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegisterFile that
                && architecture == that.architecture
                && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ", "{", "}");
        names().forEach(name -> text.add(name + "=" + words[architecture.index(name)]));
        return text.toString();
    }
}
