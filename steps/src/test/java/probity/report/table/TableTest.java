package probity.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE =
            Table.titled("Kill matrix", "clause", "candidate", "result")
                    .note("A clause without a killer breaks the build.")
                    .row("PTR-09", "forgets x5", "killed")
                    .row("PTR-10", "a|b <c>", 7)
                    .build();

    @Test
    void markdownIsAlignedAndEscaped() {
        assertThat(TABLE.toMarkdown())
                .isEqualTo(
                        """
                        ## Kill matrix

                        A clause without a killer breaks the build.

                        | clause | candidate  | result |
                        | ------ | ---------- | ------ |
                        | PTR-09 | forgets x5 | killed |
                        | PTR-10 | a\\|b <c>   | 7      |
                        """);
    }

    @Test
    void textHasNoRules() {
        assertThat(TABLE.toText())
                .isEqualTo(
                        """
                        Kill matrix
                          clause  candidate   result
                          PTR-09  forgets x5  killed
                          PTR-10  a|b <c>     7
                        """);
    }

    @Test
    void htmlIsOnePageWithNothingFromOutside() {
        assertThat(TABLE.toHtml())
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "<title>Kill matrix</title>",
                        "<th>clause</th>",
                        "<td class=\"good\">killed</td>",
                        "<td>a|b &lt;c&gt;</td>")
                .doesNotContain("http");
    }

    @Test
    void aRowThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new Table("t", "", List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row has 1 cells under 2 headings: [1]");
    }
}
