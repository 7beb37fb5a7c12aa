package probity.spi;

import java.util.List;

/**
 * Why something could not be done, as a value that can be shown, compared and tested.
 *
 * @param code a short stable identifier in kebab case, such as {@code unknown-candidate}
 * @param message a full sentence with the offending thing in it
 * @param causes further sentences, one per thing that is wrong; may be empty
 * @param hint what to do about it, or empty
 */
public record Diagnostic(String code, String message, List<String> causes, String hint) {
    public Diagnostic {
        Given.value(code, "Diagnostic.code");
        Given.value(message, "Diagnostic.message");
        causes = Given.list(causes, "Diagnostic.causes");
        Given.value(hint, "Diagnostic.hint");
    }

    /** The message, the causes and the hint, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(message).append(" [").append(code).append(']');
        causes.forEach(cause -> text.append("\n  - ").append(cause));
        if (!hint.isEmpty()) {
            text.append("\n  Hint: ").append(hint);
        }
        return text.toString();
    }
}
