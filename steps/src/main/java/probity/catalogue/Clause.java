package probity.catalogue;

import java.util.Optional;

/**
 * One guarantee that can be judged on its own.
 *
 * @param id such as {@code PTR-09}; also the tag of its scenarios, with a leading {@code @}
 * @param chapter such as {@code PTR}
 * @param title a few words for tables
 * @param text the guarantee itself, understandable without anything else
 * @param strength how binding it is
 * @param status how it stands in the discussion
 * @param source whose wish it rests on
 * @param notExecutedWhen the conditions under which its scenarios answer UNSUPPORTED
 * @param whatToCheck where to look first if it fails
 * @param sharpened where the text departs from its first wording: why
 * @param untested if it has no scenario: the reason
 */
public record Clause(
        String id,
        String chapter,
        String title,
        String text,
        Strength strength,
        Status status,
        Source source,
        String notExecutedWhen,
        String whatToCheck,
        Optional<String> sharpened,
        Optional<String> untested) {
    /** The tag of this clause's scenarios. */
    public String tag() {
        return "@" + id;
    }
}
