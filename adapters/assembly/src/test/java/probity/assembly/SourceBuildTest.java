package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.Miniature.diagnostic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.Diagnostic;

/** How the tools are called and what is made of their answers, with scripts in the tools' place. */
class SourceBuildTest {
    private static final String INSTALL =
            "Install one of them (Debian, Ubuntu: apt-get install binutils-aarch64-linux-gnu; Fedora:"
                    + " dnf install binutils-aarch64-linux-gnu; elsewhere: clang and lld), or put a"
                    + " linked trampolines.elf into the directory instead of the source.";

    /** Finds the argument after -o, and keeps a record of the call. */
    private static final String PROLOGUE =
            """
            #!/bin/sh
            echo "$0 $*" >>"%1$s/calls"
            previous=
            for argument; do
            	[ "$previous" = -o ] && output=$argument
            	previous=$argument
            done
            """;

    @TempDir Path directory;
    @TempDir Path tools;
    private Miniature miniature;

    @BeforeEach
    void rightOne() throws IOException {
        Files.write(tools.resolve("right.elf"), Miniature.image().build());
        miniature = new Miniature(directory).source("\t.text\n// nobody reads this\n");
    }

    @Test
    void no_assembler() {
        assertThat(miniature.problems(tools.toString()))
                .containsExactly(
                        new Diagnostic(
                                "no-assembler",
                                "There is no AArch64 assembler and linker on the search path to build"
                                        + " trampolines.S.",
                                List.of(
                                        "GNU binutils: aarch64-linux-gnu-as was not found,"
                                                + " aarch64-linux-gnu-ld was not found.",
                                        "LLVM: clang was not found, ld.lld was not found."),
                                INSTALL));
    }

    @Test
    void an_assembler_without_its_linker() throws IOException {
        tool("aarch64-linux-gnu-as", "exit 1");
        tool("ld.lld", "exit 1");
        assertThat(miniature.problems(tools.toString()))
                .flatExtracting(Diagnostic::causes)
                .containsExactly(
                        "GNU binutils: aarch64-linux-gnu-as is %s/aarch64-linux-gnu-as, aarch64-linux-gnu-ld was not found."
                                .formatted(tools),
                        "LLVM: clang was not found, ld.lld is %s/ld.lld.".formatted(tools));
    }

    @Test
    void GNU_tools_are_called_as_documented_and_leave_nothing() throws IOException {
        tool("aarch64-linux-gnu-as", "[ -f trampolines.S ] && echo object >\"$output\"");
        tool(
                "aarch64-linux-gnu-ld",
                "cp probity.ld '%1$s/script'; cp '%1$s/right.elf' \"$output\"");
        assertThat(miniature.problems("/nonexistent" + File.pathSeparator + tools)).isEmpty();
        assertThat(scratch()).isNotEmpty().noneMatch(Files::exists);
        assertThat(Files.readString(tools.resolve("script"))).isEqualTo(LinkerScript.text());
        List<String> calls = Files.readAllLines(tools.resolve("calls"));
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0))
                .matches("\\S+/aarch64-linux-gnu-as -g -o \\S+/trampolines\\.o trampolines\\.S");
        assertThat(calls.get(1))
                .endsWith(
                        "/aarch64-linux-gnu-ld -static --build-id=none --strip-debug -z max-page-size=4096"
                                + " -T probity.ld -o trampolines.elf trampolines.o");
    }

    @Test
    void LLVM_serves_where_there_is_no_GNU() throws IOException {
        tool("clang", "echo object >\"$output\"");
        tool("ld.lld", "cp '%1$s/right.elf' \"$output\"");
        assertThat(miniature.problems(tools.toString())).isEmpty();
        assertThat(Files.readAllLines(tools.resolve("calls")).get(0))
                .matches(
                        "\\S+/clang --target=aarch64-linux-gnu -c -x assembler -g -o"
                                + " \\S+/trampolines\\.o trampolines\\.S");
    }

    @Test
    void an_assembler_error_shows_what_the_assembler_says() throws IOException {
        tool(
                "aarch64-linux-gnu-as",
                """
                cat >&2 <<'TEXT'
                trampolines.S: Assembler messages:
                trampolines.S:7: Error: unknown mnemonic `sotre' -- `sotre x0,[sp]'
                trampolines.S:9: Error: immediate out of range at operand 3 -- `sub sp,sp,#4097'
                TEXT
                exit 1""");
        tool("aarch64-linux-gnu-ld", "exit 99");
        assertThat(miniature.problems(tools.toString()))
                .containsExactly(
                        new Diagnostic(
                                "assembler-error",
                                "aarch64-linux-gnu-as could not assemble trampolines.S.",
                                List.of(
                                        "trampolines.S:7: Error: unknown mnemonic `sotre' -- `sotre x0,[sp]'",
                                        "trampolines.S:9: Error: immediate out of range at operand 3 --"
                                                + " `sub sp,sp,#4097'"),
                                ""));
        assertThat(scratch()).isNotEmpty().noneMatch(Files::exists);
    }

    @Test
    void a_linker_error_shows_what_the_linker_says() throws IOException {
        tool("aarch64-linux-gnu-as", "echo object >\"$output\"");
        tool(
                "aarch64-linux-gnu-ld",
                "echo 'trampolines.S:12: undefined reference to `hook_entry_handlr'\"'\" >&2; exit 1");
        assertThat(miniature.problems(tools.toString()))
                .containsExactly(
                        new Diagnostic(
                                "linker-error",
                                "aarch64-linux-gnu-ld could not link trampolines.S.",
                                List.of(
                                        "trampolines.S:12: undefined reference to `hook_entry_handlr'"),
                                "Only hook_entry_handler, hook_return_handler and kretprobe_handler are"
                                        + " defined outside of the source."));
    }

    @Test
    void a_flood_of_messages_is_cut() throws IOException {
        tool(
                "aarch64-linux-gnu-as",
                "i=0; while [ $i -lt 500 ]; do i=$((i + 1)); echo \"trampolines.S:$i: Error: no\"; done;"
                        + " exit 1");
        tool("aarch64-linux-gnu-ld", "exit 99");
        assertThat(miniature.problems(tools.toString()))
                .flatExtracting(Diagnostic::causes)
                .hasSize(21)
                .endsWith("… and more; run the tool by hand to see all.");
    }

    @Test
    void a_tool_that_writes_nothing() throws IOException {
        tool("aarch64-linux-gnu-as", "exit 0");
        tool("aarch64-linux-gnu-ld", "exit 99");
        assertThat(miniature.problems(tools.toString()))
                .containsExactly(
                        diagnostic(
                                "tool-wrote-nothing",
                                "aarch64-linux-gnu-as claims success, but did not assemble trampolines.S:"
                                        + " there is no output.",
                                "Is it the real one?"));
    }

    @Test
    void a_tool_that_cannot_be_started() throws IOException {
        Path broken = tools.resolve("aarch64-linux-gnu-as");
        Files.writeString(broken, "#!/nonexistent/interpreter\n");
        executable(broken);
        tool("aarch64-linux-gnu-ld", "exit 99");
        assertThat(miniature.problems(tools.toString()))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo("tool-not-started");
                            assertThat(problem.message()).isEqualTo(broken + " cannot be started.");
                            assertThat(problem.causes())
                                    .singleElement()
                                    .asString()
                                    .contains("aarch64-linux-gnu-as");
                            assertThat(problem.hint()).isEqualTo(INSTALL);
                        });
    }

    @Test
    void a_tool_that_hangs_is_stopped() throws IOException {
        tool("aarch64-linux-gnu-as", "sleep 60");
        tool("aarch64-linux-gnu-ld", "exit 99");
        Problems problems = new Problems();
        assertThat(new SourceBuild(directory, problems, 1).run(tools.toString())).isEmpty();
        assertThat(problems.list())
                .containsExactly(
                        diagnostic(
                                "tool-hung",
                                "aarch64-linux-gnu-as did not finish within 1 s and was stopped.",
                                "Look for an endless .rept or .macro in trampolines.S."));
    }

    @Test
    void what_the_linker_makes_is_checked_like_any_executable() throws IOException {
        Files.write(
                tools.resolve("right.elf"),
                Miniature.text().global("other", Miniature.TEXT).build());
        tool("aarch64-linux-gnu-as", "echo object >\"$output\"");
        tool("aarch64-linux-gnu-ld", "cp '%1$s/right.elf' \"$output\"");
        assertThat(miniature.problems(tools.toString()))
                .extracting(Diagnostic::code)
                .containsExactly("missing-symbol", "missing-symbol", "missing-symbol");
    }

    @Test
    void preprocessor_directives_are_refused_not_ignored() throws IOException {
        tool("aarch64-linux-gnu-as", "exit 0");
        tool("aarch64-linux-gnu-ld", "exit 0");
        miniature.source("#include <linux/linkage.h>\n# a comment\n\t.text\n #define SIZE 112\n");
        assertThat(miniature.problems(tools.toString()))
                .containsExactly(
                        diagnostic(
                                "preprocessor-directive",
                                "trampolines.S:1 has the preprocessor directive '#include <linux/linkage.h>',"
                                        + " but the source is not preprocessed.",
                                "Use .include, .equ, .if and .macro, or link trampolines.elf yourself."),
                        diagnostic(
                                "preprocessor-directive",
                                "trampolines.S:4 has the preprocessor directive '#define SIZE 112', but the"
                                        + " source is not preprocessed.",
                                "Use .include, .equ, .if and .macro, or link trampolines.elf yourself."));
        assertThat(tools.resolve("calls")).doesNotExist();
    }

    @Test
    void a_byte_order_mark_is_named_since_nobody_sees_it() throws IOException {
        tool("aarch64-linux-gnu-as", "exit 0");
        tool("aarch64-linux-gnu-ld", "exit 0");
        miniature.source("\u00ef\u00bb\u00bf\t.text\n"); // what UTF-8 makes of U+FEFF
        assertThat(miniature.problems(tools.toString()))
                .containsExactly(
                        diagnostic(
                                "byte-order-mark",
                                "trampolines.S begins with a byte order mark, which no assembler"
                                        + " reads.",
                                "Save it as UTF-8 without one, or in plain ASCII."));
        assertThat(tools.resolve("calls")).doesNotExist();
    }

    /** A shell script in a tool's place; %1$s in it is the directory of the tools. */
    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, (PROLOGUE + script + "\n").formatted(tools));
        executable(file);
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** The directory in which the assembler was told to write; the linker runs there. */
    private Set<Path> scratch() throws IOException {
        return Files.readAllLines(tools.resolve("calls")).stream()
                .map(call -> Path.of(call.replaceFirst(".* -o (\\S+) .*", "$1")))
                .filter(Path::isAbsolute)
                .map(Path::getParent)
                .collect(Collectors.toSet());
    }
}
