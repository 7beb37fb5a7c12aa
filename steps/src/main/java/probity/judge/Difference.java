package probity.judge;

import java.util.Objects;

/**
 * One thing that is not as it must be. Texts are ready to be shown: registers in hexadecimal,
 * addresses as {@code symbol+0xoff/0xsize}.
 *
 * @param check the check that found it
 * @param where the event, activation, step or probe: {@code at the entry of leaf8 (probe p, task 0,
 *     event 3)}; starts in lower case
 * @param subject what differs there, such as {@code x5} or {@code the sample's ip}
 * @param expected what the clauses ask for
 * @param actual what was seen
 */
public record Difference(
        Check check, String where, String subject, String expected, String actual) {
    public Difference {
        Objects.requireNonNull(check, "check");
    }

    /** The whole difference as one sentence. */
    public String sentence() {
        String text = where + ", " + subject + " should be " + expected + " but is " + actual;
        text += text.endsWith(".") ? "" : ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public String toString() {
        return check + ": " + sentence();
    }
}
