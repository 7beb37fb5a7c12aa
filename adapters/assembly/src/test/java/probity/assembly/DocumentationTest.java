package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide says what the code does. */
class DocumentationTest {
    private static final Pattern CODE =
            Pattern.compile("(?:problem|new Diagnostic)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");

    private final String guide =
            read(Examples.REPOSITORY.resolve("docs/trampolines-from-outside.md"));

    @Test
    void every_diagnostic_is_explained_and_none_that_does_not_exist() throws IOException {
        Set<String> codes = new TreeSet<>(List.of("assembler-error", "linker-error"));
        try (Stream<Path> sources =
                Files.list(
                        Examples.REPOSITORY.resolve(
                                "adapters/assembly/src/main/java/probity/assembly"))) {
            sources.filter(source -> source.toString().endsWith("Problems.java"))
                    .forEach(source -> codes.addAll(find(CODE, read(source))));
        }
        codes.remove("asm-problems"); // the heading over several
        String table = guide.substring(guide.indexOf("## When the directory is refused"));
        assertThat(find(DOCUMENTED, table)).containsAll(codes);
        assertThat(codes).containsAll(find(DOCUMENTED, table)).hasSizeGreaterThan(40);
    }

    @Test
    void the_command_for_the_linker_script_is_the_one_that_is_tested() {
        assertThat(guide).contains("\n    " + LinkerScript.COMMAND + " >probity.ld\n");
    }

    @Test
    void every_key_is_in_the_table() {
        assertThat(guide)
                .contains(
                        PropertiesReader.KEYS.subList(0, 6).stream()
                                .map(key -> "| `" + key + "` |")
                                .toList());
        for (SetName set : SetName.values()) {
            assertThat(guide).contains("`" + set.key("size") + "`", "`" + set.key("pc") + "`");
            assertThat(guide).contains("`" + set.key("x0") + "` …", "`" + set.key("pstate") + "`");
        }
    }

    private static List<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DocumentationTest::group).toList();
    }

    private static String group(MatchResult result) {
        return result.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
