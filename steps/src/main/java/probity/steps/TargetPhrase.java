package probity.steps;

/**
 * Targets as features speak of them, by role: {@code the LEAF target} (the first of that role),
 * {@code the outermost CHAIN target} (the same), {@code the innermost CHAIN target}, {@code the
 * outer CHAIN targets} (all but the innermost), {@code the CHAIN targets}, {@code 100 PLAIN
 * targets}, {@code the caller of the TAIL_CALL target}, {@code every target that the CALLER targets
 * call}, {@code the TAIL_CALL and the TAIL_TARGET target}.
 *
 * @param text the phrase
 */
public record TargetPhrase(String text) {
    static final String REGEX =
            "(?:every target that the [A-Z_]+ targets call"
                    + "|(?:the|[0-9]+) (?:[a-z]+ of the |[a-z]+ )?[A-Z_]+(?: and the [A-Z_]+)? targets?)";
}
