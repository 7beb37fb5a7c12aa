package probity.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.linux.abi.MalformedException;

class SymbolsTest {
    private static final String FILE =
            """
            ffff800080010000 T _text
            ffff8000803a1b20 T vfs_open
            ffff8000803a1c00 t local
            ffff8000803a1d00 t local
            ffff800081e00000 D vfs_data
            ffff80007a001000 t local_too\t[probe_module]
            ffff80007a0020b4 t bpf_prog_6deef7357e7b4530\t[bpf]
            """;

    @Test
    void a_line_of_the_kernel() {
        assertThat(KernelSymbol.parse("ffff8000803a1b20 T vfs_open"))
                .isEqualTo(new KernelSymbol(0xffff_8000_803a_1b20L, 'T', "vfs_open", ""));
    }

    @Test
    void a_line_of_a_module() {
        assertThat(KernelSymbol.parse("ffff80007a001000 d __key.1\t[ext4]"))
                .isEqualTo(new KernelSymbol(0xffff_8000_7a00_1000L, 'd', "__key.1", "ext4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ffff800080010000",
                "ffff800080010000 T",
                "ffff800080010000 TT name",
                "fffg800080010000 T name",
                "1ffff800080010000 T name",
                "ffff800080010000 T name\text4",
                "ffff800080010000 T name\t[]"
            })
    void no_line(String line) {
        assertThatThrownBy(() -> KernelSymbol.parse(line))
                .isInstanceOf(MalformedException.class)
                .hasMessage("'" + line + "' is no line of kallsyms: address, type, name.");
    }

    @Test
    void names_are_found_however_the_file_comes() {
        byte[] file = FILE.getBytes(StandardCharsets.US_ASCII);
        for (int size = 1; size < file.length; size++) {
            SymbolSearch search = new SymbolSearch(List.of("vfs_open", "local_too", "vfs_close"));
            for (int at = 0; at < file.length; at += size) {
                search.feed(Arrays.copyOfRange(file, at, Math.min(at + size, file.length)));
            }

            assertThat(search.address("vfs_open")).isEqualTo(0xffff_8000_803a_1b20L);
            assertThat(search.address("local_too")).isEqualTo(0xffff_8000_7a00_1000L);
            assertThat(search.missing()).containsExactly("vfs_close");
            assertThat(search.complete()).isFalse();
        }
    }

    @Test
    void a_search_is_over_when_all_is_found() {
        SymbolSearch search = new SymbolSearch(List.of("_text"));
        assertThat(search.complete()).isFalse();
        search.feed("ffff800080010000 T _text\nffff".getBytes(StandardCharsets.US_ASCII));
        assertThat(search.complete()).isTrue();
    }

    @Test
    void names_without_one_address() {
        SymbolSearch search = search("local", "vfs_data", "vfs_close");

        assertThat(search.all("local")).hasSize(2);
        assertThatThrownBy(() -> search.address("local"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("The kernel has 2 functions named local, where one is needed.");
        assertThatThrownBy(() -> search.address("vfs_data"))
                .hasMessage("The kernel has 0 functions named vfs_data, where one is needed.");
        assertThatThrownBy(() -> search.address("vfs_close"))
                .hasMessage("The kernel has 0 functions named vfs_close, where one is needed.");
    }

    @Test
    void a_name_that_nobody_looks_for() {
        assertThatThrownBy(() -> search("vfs_open").all("_text"))
                .hasMessage("Nobody looks for the symbol _text.");
    }

    @Test
    void addresses_that_the_kernel_hides() {
        SymbolSearch search = new SymbolSearch(List.of("vfs_open"));
        search.feed("0000000000000000 T vfs_open\n".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> search.address("vfs_open"))
                .hasMessage("The kernel hides the address of vfs_open; see kernel.kptr_restrict.");
    }

    @Test
    void a_broken_line_is_told_if_it_is_wanted() {
        SymbolSearch search = new SymbolSearch(List.of("vfs_open"));

        assertThatThrownBy(
                        () -> search.feed("zzz T vfs_open\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void addresses_are_told_as_kernels_do() {
        SymbolTable table = new SymbolTable(FILE.lines().map(KernelSymbol::parse).toList());

        assertThat(table.describe(0xffff_8000_803a_1b28L)).isEqualTo("vfs_open+0x8");
        assertThat(table.describe(0xffff_8000_803a_1b20L)).isEqualTo("vfs_open+0x0");
        assertThat(table.describe(0x1000)).isEqualTo("0x1000");
    }

    private static SymbolSearch search(String... names) {
        SymbolSearch search = new SymbolSearch(List.of(names));
        search.feed(FILE.getBytes(StandardCharsets.US_ASCII));
        return search;
    }
}
