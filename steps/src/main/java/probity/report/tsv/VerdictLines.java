package probity.report.tsv;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import probity.report.CandidateReport;
import probity.report.ClauseVerdicts;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.Subject;

/**
 * A run as lines of three fields with tabs between them: clause, verdict, address. What could not
 * be set up has {@code set-up} for the clause, and its name (an address, {@code options}) last.
 */
public final class VerdictLines {
    /** The file's name. */
    public static final String FILE = "probity-verdicts.tsv";

    private VerdictLines() {}

    /** Renders a run. */
    public static String render(RunReport report) {
        return report.candidates().stream()
                .flatMap(VerdictLines::lines)
                .map(fields -> String.join("\t", fields) + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<List<String>> lines(CandidateReport candidate) {
        String address = candidate.address().replaceAll("\\s", " ");
        Stream<List<String>> setUp =
                candidate.rulings().stream()
                        .filter(ruling -> ruling.subject().kind() == Subject.Kind.SETUP)
                        .map(ruling -> List.of("set-up", ruling.verdict().name(), address));
        Stream<List<String>> clauses =
                ClauseVerdicts.byClause(candidate.rulings()).entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), overall(entry.getValue()), address));
        return Stream.concat(setUp, clauses);
    }

    private static String overall(List<Ruling> rulings) {
        return ClauseVerdicts.overall(rulings).name();
    }
}
