package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.Miniature.LINK;
import static probity.assembly.Miniature.TEXT;
import static probity.assembly.Miniature.diagnostic;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.Diagnostic;

class ElfHeaderTest {
    @TempDir Path directory;
    private Miniature miniature;

    @BeforeEach
    void rightOne() {
        miniature = new Miniature(directory);
    }

    @Test
    void an_empty_file() {
        miniature.elf(new byte[0]);
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-not-elf",
                                "trampolines.elf is not an ELF file: it is empty.",
                                LINK));
    }

    @Test
    void a_source_in_place_of_an_executable() {
        miniature.elf("\t.text\nhook_entry:\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-not-elf",
                                "trampolines.elf is not an ELF file: it begins with the bytes 09 2e 74 65.",
                                "It is a text; an assembly source is called trampolines.S."));
    }

    @Test
    void a_file_cut_off_in_its_header() {
        miniature.elf(Arrays.copyOf(Miniature.image().build(), 40));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-truncated",
                                "trampolines.elf is truncated: the ELF header would end at byte 64, but the file has"
                                        + " 40 bytes.",
                                "Copy it again."));
    }

    @Test
    void a_file_cut_off_anywhere_else() {
        byte[] whole = Miniature.image().build();
        for (int length = 64; length < whole.length; length++) {
            Problems problems = new Problems();
            assertThat(ElfReader.read(Arrays.copyOf(whole, length), problems)).isEmpty();
            assertThat(problems.list())
                    .extracting(Diagnostic::code)
                    .containsExactly("elf-truncated");
        }
    }

    @Test
    void a_file_that_contradicts_itself() {
        int firstSymbol = 64 + 56 + 4 * 4 + 24; // after header, program header, text, null symbol
        byte[] file = changed(firstSymbol + 3, 0x40); // its name lies far beyond the strings
        miniature.elf(file);
        assertThat(miniature.problem())
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo("elf-malformed");
                            assertThat(problem.message())
                                    .startsWith("trampolines.elf contradicts itself: ");
                            assertThat(problem.hint())
                                    .isEqualTo("readelf -a trampolines.elf shows where.");
                        });
    }

    @Test
    void a_32_bit_file() {
        miniature.elf(changed(4, 1));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-class",
                                "trampolines.elf is not a 64-bit ELF file (ELFCLASS64).",
                                LINK));
    }

    @Test
    void a_big_endian_file() {
        byte[] file = changed(5, 2);
        file[17] = 2; // ET_EXEC
        file[16] = 0;
        file[19] = (byte) 183;
        file[18] = 0;
        miniature.elf(file);
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-endianness",
                                "trampolines.elf is not little-endian (ELFDATA2LSB).",
                                "The machine runs little-endian code only."));
    }

    @Test
    void another_machine() {
        miniature.elf(changed(18, 62));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-machine",
                                "trampolines.elf is for machine 62, x86-64, not for AArch64 (183).",
                                "Use the aarch64-linux-gnu tools, not those of the host."));
    }

    @Test
    void what_else_a_file_for_another_machine_is_does_not_matter() {
        byte[] file = changed(18, 62);
        file[16] = 3; // ET_DYN
        assertThat(miniature.elf(file).problem().code()).isEqualTo("elf-machine");
        file[18] = 40; // ARM
        file[4] = 1; // ELFCLASS32
        assertThat(miniature.elf(file).problem().code()).isEqualTo("elf-machine");
    }

    @Test
    void an_object_and_a_shared_object() {
        miniature.elf(changed(16, 1));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-type",
                                "trampolines.elf is a relocatable object (ET_REL), not an executable at fixed"
                                        + " addresses (ET_EXEC).",
                                LINK));
        miniature.elf(changed(16, 3));
        assertThat(miniature.problem().message())
                .isEqualTo(
                        "trampolines.elf is a shared object or position-independent (ET_DYN), not an"
                                + " executable at fixed addresses (ET_EXEC).");
    }

    @Test
    void a_dynamically_linked_file() {
        miniature.elf(Miniature.image().segment(ElfBuilder.DYNAMIC, TEXT + 0x1000, 6, 4, 0));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-dynamic",
                                "trampolines.elf is dynamically linked, and there is no dynamic linker here.",
                                "Link it with -static."));
    }

    @Test
    void a_stripped_file() {
        miniature.elf(Miniature.image().stripped());
        assertThat(miniature.problems())
                .startsWith(
                        diagnostic(
                                "elf-no-symbols",
                                "trampolines.elf has no symbol table, so the trampolines cannot be found.",
                                "Do not strip it."))
                .extracting(Diagnostic::code)
                .containsExactly("elf-no-symbols");
    }

    private static byte[] changed(int at, int value) {
        byte[] file = Miniature.image().build();
        file[at] = (byte) value;
        return file;
    }
}
