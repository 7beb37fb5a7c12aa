package probity.kill;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import probity.candidates.Miniature;
import probity.catalogue.Clause;
import probity.judge.Verdict;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.Subject;
import probity.run.ConformanceRun;
import probity.run.candidates.Candidates;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;

/**
 * What the kit said of a miniature.
 *
 * @param miniature the miniature
 * @param wrong of its wrong candidate
 * @param twin of its twin
 */
record Outcome(Miniature miniature, RunReport wrong, RunReport twin) {
    private static final Set<Verdict> CAUGHT = EnumSet.of(Verdict.FAIL, Verdict.NOT_MET);
    private static final Set<Verdict> NO_ANSWER = EnumSet.of(Verdict.UNRESOLVED, Verdict.KIT_ERROR);
    private static final Pattern EXCEPTION = Pattern.compile("\\w(Exception|Error)\\b");

    /** Judges both by these clauses. */
    static Outcome of(Miniature miniature, String... clauses) {
        return new Outcome(
                miniature,
                judge("wrong:" + miniature.name(), miniature, miniature.wrong(), clauses),
                judge("twin:" + miniature.name(), miniature, miniature.twin(), clauses));
    }

    private static RunReport judge(
            String address, Miniature miniature, Candidate candidate, String... clauses) {
        try {
            Candidates all = new Candidates(Outcome.class.getClassLoader());
            List<Candidate> line = new ArrayList<>();
            for (String release : miniature.history()) {
                line.add(all.open(release));
            }
            line.add(candidate);
            return ConformanceRun.of(address)
                    .clauses(clauses)
                    .line(line.toArray(Candidate[]::new))
                    .run();
        } catch (CandidateUnavailable unavailable) {
            throw new AssertionError(unavailable.diagnostic().message(), unavailable);
        }
    }

    /** The verdicts of its clause against the wrong candidate. */
    List<Ruling> kills() {
        return ofClause(wrong).filter(ruling -> CAUGHT.contains(ruling.verdict())).toList();
    }

    /** Whether it breaks a run, as a candidate must that violates a MUST. */
    boolean isFailed() {
        return kills().stream().anyMatch(ruling -> ruling.verdict() == Verdict.FAIL);
    }

    /** What is wrong with how its clause judges the wrong candidate: full sentences. */
    List<String> complaintsOfWrong() {
        List<String> complaints = new ArrayList<>();
        String name = "wrong:" + miniature.name();
        if (kills().isEmpty()) {
            complaints.add(
                    "%s survives %s: %s".formatted(name, miniature.clause(), miniature.fault()));
        } else if (screens().noneMatch(screen -> screen.contains(miniature.message()))) {
            complaints.add(
                    "%s is failed by %s, but nothing says '%s':\n%s"
                            .formatted(
                                    name,
                                    miniature.clause(),
                                    miniature.message(),
                                    screens().findFirst().orElse("")));
        }
        kills().stream()
                .filter(ruling -> EXCEPTION.matcher(ruling.reason()).find())
                .forEach(
                        ruling ->
                                complaints.add(
                                        "%s is failed with an exception's name, which helps nobody: %s"
                                                .formatted(name, ruling.reason())));
        ofClause(wrong)
                .filter(ruling -> NO_ANSWER.contains(ruling.verdict()))
                .forEach(
                        ruling ->
                                complaints.add(
                                        "%s gets no verdict from '%s':\n%s"
                                                .formatted(
                                                        name,
                                                        ruling.subject().title(),
                                                        ruling.screen())));
        return complaints;
    }

    /** What was found wrong with the twin, and is not. */
    List<String> complaintsOfTwin() {
        List<String> complaints = new ArrayList<>();
        twin.rulings().stream()
                .filter(Outcome::isAgainst)
                .forEach(
                        ruling ->
                                complaints.add(
                                        "twin:%s is right, but:\n%s"
                                                .formatted(miniature.name(), ruling.screen())));
        if (ofClause(twin).noneMatch(ruling -> ruling.verdict() == Verdict.PASS)) {
            complaints.add(
                    "twin:%s passes no scenario of %s."
                            .formatted(miniature.name(), miniature.clause()));
        }
        return complaints;
    }

    /** The clauses besides its own that are not content with the wrong candidate, in order. */
    List<String> otherClauses() {
        return wrong.rulings().stream()
                .filter(Outcome::isAgainst)
                .flatMap(ruling -> ruling.subject().clauses().stream())
                .filter(clause -> !clause.equals(miniature.clause()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a scenario of the clause is not content with the wrong candidate. */
    boolean isKilledBy(Clause clause) {
        return wrong.rulings().stream()
                .filter(Outcome::isAgainst)
                .anyMatch(ruling -> ruling.subject().clauses().contains(clause.id()));
    }

    /** Whether a property is not content with the wrong candidate. */
    boolean isFailedByProperties() {
        return wrong.rulings().stream()
                .filter(ruling -> ruling.subject().kind() == Subject.Kind.PROPERTY)
                .anyMatch(Outcome::isAgainst);
    }

    /** Whether a verdict is against the candidate. */
    static boolean isAgainst(Ruling ruling) {
        return ruling.verdict().breaksTheRun() || ruling.verdict() == Verdict.NOT_MET;
    }

    private Stream<Ruling> ofClause(RunReport report) {
        return report.rulings().stream()
                .filter(ruling -> ruling.subject().clauses().contains(miniature.clause()));
    }

    private Stream<String> screens() {
        return kills().stream().map(Ruling::screen);
    }
}
