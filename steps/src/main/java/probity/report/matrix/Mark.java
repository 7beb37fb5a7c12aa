package probity.report.matrix;

import java.util.Locale;
import probity.judge.Verdict;

/** How a verdict looks: a sign beside the word, so that nobody depends on colours. */
final class Mark {
    private Mark() {}

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case NOT_MET -> "△";
            case XFAIL -> "≈";
            case UPASS -> "≠";
            case UNSUPPORTED -> "–";
            case UNTESTED -> "○";
            case UNRESOLVED -> "?";
            case KIT_ERROR -> "!";
        };
    }

    /** What it means, in a few words. */
    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "the clause holds in all that could be judged";
            case FAIL -> "a violation was observed";
            case NOT_MET -> "a SHOULD is not met";
            case XFAIL -> "violated as expected: waived, or recorded with a reason";
            case UPASS -> "a violation was expected, but it passes or fails otherwise";
            case UNSUPPORTED -> "declared absent, or cannot be shown";
            case UNTESTED -> "not run";
            case UNRESOLVED -> "no usable answer";
            case KIT_ERROR -> "the kit is at fault";
        };
    }

    /** The class of its style, such as {@code not-met}. */
    static String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
