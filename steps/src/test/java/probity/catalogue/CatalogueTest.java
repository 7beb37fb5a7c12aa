package probity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String CLAUSE =
            """
              - id: PTR-01
                title: a title
                text: >-
                  a text over
                  two lines
                strength: MUST
                status: ASKED
                source: {author: A. Author, date: 2023-08-03, basis: a wish}
                notExecutedWhen: never
                whatToCheck: everything
            """;
    private static final String HEAD = "chapter: PTR\nclauses:\n";

    @Test
    void everyShippedClauseIsComplete() {
        Catalogue catalogue = Catalogue.load();

        assertThat(catalogue.clauses()).isNotEmpty();
        assertThat(catalogue.clauses())
                .allSatisfy(clause -> assertThat(clause.id()).startsWith(clause.chapter() + "-"));
    }

    @Test
    void aClauseIsReadAsItStands() {
        Clause clause = read(HEAD + CLAUSE).find("PTR-01").orElseThrow();

        assertThat(clause.text()).isEqualTo("a text over two lines");
        assertThat(clause.strength()).isEqualTo(Strength.MUST);
        assertThat(clause.source()).hasToString("A. Author, 2023-08-03");
        assertThat(clause.sharpened()).isEmpty();
        assertThat(clause.tag()).isEqualTo("@PTR-01");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThat(problems(HEAD + CLAUSE + "    wording: x\n"))
                .containsExactly("ptr.yaml: clause PTR-01: the key 'wording' is unknown.");
    }

    @Test
    void missingAndEmptyKeysAreNamedTogether() {
        String text = CLAUSE.replace("    title: a title\n", "").replace("never", "''");

        assertThat(problems(HEAD + text))
                .contains(
                        "ptr.yaml: clause PTR-01: the key 'title' is missing.",
                        "ptr.yaml: clause PTR-01: the key 'notExecutedWhen' is empty.");
    }

    @Test
    void aDuplicateIdIsNamed() {
        assertThat(problems(HEAD + CLAUSE + CLAUSE))
                .containsExactly("ptr.yaml: clause PTR-01 is defined twice.");
    }

    @Test
    void aDuplicateKeyIsNamed() {
        assertThat(problems(HEAD + CLAUSE + "    title: another\n"))
                .first()
                .asString()
                .contains("ptr.yaml is not valid YAML", "title");
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        String text =
                CLAUSE.replace("MUST", "SHALL")
                        .replace("2023-08-03", "yesterday")
                        .replace("PTR-01", "PTR-1");

        assertThat(problems(HEAD + text))
                .contains(
                        "ptr.yaml: clause PTR-1: the id does not have the form PTR-NN.",
                        "ptr.yaml: clause PTR-1: 'SHALL' is no strength;"
                                + " known are [MUST, SHOULD, MAY].",
                        "ptr.yaml: clause PTR-1: the date 'yesterday' does not have the form"
                                + " YYYY-MM-DD.");
    }

    @Test
    void aFileWithoutClausesIsAProblem() {
        assertThat(problems("chapter: PTR\nclauses: []\n"))
                .containsExactly("ptr.yaml: there is no clause.");
    }

    private static Catalogue read(String text) {
        return Catalogue.read(Map.of("ptr.yaml", text));
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(CatalogueException.class, () -> read(text))
                .diagnostic()
                .causes();
    }
}
