package probity.report.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import probity.judge.Verdict;
import probity.report.Totals;

/** Reads KTAP as {@code kunit_tool} would: result lines of subtests, plans, directives. */
public final class KtapText {
    private static final Pattern RESULT =
            Pattern.compile("  (ok|not ok) ([0-9]+) ((?:[^#\\\\]|\\\\.)*)(?: # ([A-Z]+)(.*))?");

    private static final Pattern PLAN = Pattern.compile("  1\\.\\.([0-9]+)");

    private KtapText() {}

    /** How often there is each verdict, by the result lines. */
    public static Totals totals(String ktap) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String line : ktap.lines().toList()) {
            Matcher result = RESULT.matcher(line);
            if (result.matches()) {
                verdicts.add(verdict(result.group(1), result.group(4), result.group(5)));
            }
        }
        return Totals.ofVerdicts(verdicts);
    }

    private static Verdict verdict(String status, String directive, String text) {
        if (directive == null) {
            return status.equals("ok") ? Verdict.PASS : Verdict.FAIL;
        }
        if (directive.equals("XFAIL") || directive.equals("UPASS")) {
            return Verdict.valueOf(directive);
        }
        String word = text.strip().substring(0, text.strip().indexOf(':'));
        return Verdict.valueOf(word.replace(' ', '_'));
    }

    /** What is wrong with the form: a plan that does not hold, a number out of order. */
    public static List<String> problems(String ktap) {
        List<String> problems = new ArrayList<>();
        if (!ktap.startsWith("KTAP version 1\n")) {
            problems.add("no header");
        }
        int planned = 0;
        int seen = 0;
        for (String line : ktap.lines().toList()) {
            Matcher plan = PLAN.matcher(line);
            Matcher result = RESULT.matcher(line);
            if (plan.matches()) {
                planned = Integer.parseInt(plan.group(1));
                seen = 0;
            } else if (result.matches() && Integer.parseInt(result.group(2)) != ++seen) {
                problems.add("out of order: " + line);
            } else if (line.matches("(ok|not ok) .*") && seen != planned) {
                problems.add("planned " + planned + ", seen " + seen + ": " + line);
            }
        }
        return problems;
    }
}
