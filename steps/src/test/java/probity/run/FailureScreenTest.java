package probity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.report.Evidence;
import probity.report.Subject;

class FailureScreenTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Clause CLAUSE = CATALOGUE.find("PTR-09").orElseThrow();
    private static final Violation VIOLATION =
            Violation.of(
                            "Two registers are lost.",
                            13,
                            List.of(
                                    new Violation.Line("event 0 > leaf: x5", "0x5555", "0x0"),
                                    new Violation.Line("event 0 > leaf: x30", "0x3030", "0x9")))
                    .withOrder(">|<", ">|")
                    .withHint("the offset of x5");

    private final FailureScreen screen =
            new FailureScreen(CATALOGUE, new RerunCommand(List.of("-Dprobity.line=a b")));
    private final List<Evidence> evidence = new ArrayList<>();

    @Test
    void showsEverythingOnOneScreen() {
        List<String> lines =
                render(VIOLATION.withDrawn("call leaf(1)\nseed 7", List.of())).lines().toList();

        assertThat(lines.get(0)).isEqualTo("FAIL: PTR-09 on java:x: the arguments");
        assertThat(String.join(" ", lines).replaceAll("\\s+", " ")).contains(CLAUSE.text());
        assertThat(lines)
                .contains(
                        "  (MUST, "
                                + CLAUSE.status().name().toLowerCase(Locale.ROOT)
                                + "; "
                                + CLAUSE.source()
                                + ")",
                        "Two registers are lost.",
                        "                       expected  actual",
                        "  event 0 > leaf: x5   0x5555    0x0",
                        "  event 0 > leaf: x30  0x3030    0x9",
                        "  2 of 13 compared values differ",
                        "Order:   expected >|<",
                        "         got      >|",
                        "Case:    call leaf(1)",
                        "         seed 7",
                        "Look at: the offset of x5",
                        "Rerun:   mvn test -Dprobity.candidate=java:x -Dprobity.clauses=PTR-09"
                                + " '-Dprobity.line=a b'");
        assertThat(lines).hasSizeLessThan(24).allMatch(line -> line.length() <= 100);
        assertThat(evidence).isEmpty();
    }

    @Test
    void withoutAHintOfItsOwnItShowsThatOfTheClause() {
        String text = render(Violation.of("It is lost.", 1, List.of()));

        assertThat(text.replaceAll("\\s+", " ")).contains("Look at: " + CLAUSE.whatToCheck());
    }

    @Test
    void whatDoesNotFitIsAttachedWhole() {
        List<Violation.Line> many =
                IntStream.range(0, 40)
                        .mapToObj(i -> new Violation.Line("x" + i, "0x" + i, "0x0"))
                        .toList();

        String text = render(Violation.of("All is lost.", 40, many));

        assertThat(text).contains("  and 24 more, see 'all differences' in the report", "40 of 40");
        assertThat(text.lines().count()).isLessThan(32);
        assertThat(evidence).hasSize(1);
        assertThat(evidence.get(0).name()).isEqualTo("all differences");
        assertThat(evidence.get(0).text()).contains("x0 ", "x39");
    }

    @Test
    void differencesAtOnePlaceAreShownTogether() {
        Violation violation =
                Violation.of(
                        "Three registers are lost.",
                        9,
                        List.of(
                                new Violation.Line("at the entry of leaf", "x5", "0x5", "0x0"),
                                new Violation.Line("at the entry of leaf", "x30", "0x9", "0x0"),
                                new Violation.Line("at the exit of leaf", "x0", "0x1", "0x0")));

        assertThat(render(violation))
                .contains(
                        """
                               expected  actual
                          at the entry of leaf:
                          x5   0x5       0x0
                          x30  0x9       0x0
                          at the exit of leaf:
                          x0   0x1       0x0
                          3 of 9 compared values differ
                        """);
    }

    @Test
    void aPlainPassShowsNothing() {
        Decision pass = new Decision(Verdict.PASS, "", Optional.empty());

        assertThat(screen.render("java:x", subject("PTR-09"), pass, evidence)).isEmpty();
    }

    @Test
    void aPropertyOfManyClausesShowsTheirIdsOnly() {
        Decision fail = new Decision(Verdict.FAIL, "Lost.", Optional.of(VIOLATION));

        String text = screen.render("java:x", subject("PTR-09", "PTR-10"), fail, evidence);

        assertThat(text).startsWith("FAIL: PTR-09,PTR-10 on java:x: the arguments\n\nLost.");
        assertThat(text).contains("-Dprobity.clauses=PTR-09,PTR-10");
    }

    @Test
    void aPropertyWithoutClausesIsAboutItsChapter() {
        Subject property =
                new Subject(
                        "p",
                        Subject.Kind.PROPERTY,
                        List.of(),
                        "SYM",
                        "feature",
                        "exits pair",
                        "p",
                        Strength.MUST);
        Decision fail = new Decision(Verdict.FAIL, "Lost.", Optional.of(VIOLATION));

        assertThat(screen.render("java:x", property, fail, evidence))
                .startsWith("FAIL: SYM on java:x: exits pair\n\nLost.");
    }

    private String render(Violation violation) {
        Decision fail = new Decision(Verdict.FAIL, violation.title(), Optional.of(violation));
        return screen.render("java:x", subject("PTR-09"), fail, evidence);
    }

    private static Subject subject(String... clauses) {
        return new Subject(
                "f: the arguments",
                Subject.Kind.SCENARIO,
                List.of(clauses),
                "PTR",
                "feature",
                "the arguments",
                "f:3",
                Strength.MUST);
    }
}
