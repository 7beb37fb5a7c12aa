package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of an instruction is what GNU objdump prints. */
class DisassemblyTest {

    static List<String> samples() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                DisassemblyTest.class.getResourceAsStream("disassembly.txt"),
                                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reads_as_objdump_prints_it(String sample) {
        int word = Integer.parseUnsignedInt(sample.substring(0, 8), 16);

        assertThat(Decoder.text(word, 0, new SymbolTable())).isEqualTo(sample.substring(9));
    }

    @Test
    void branches_and_addresses_show_symbols() {
        SymbolTable symbols = new SymbolTable();
        symbols.define("leaf", 0x1100, 0x20);
        assertThat(Decoder.text(0x94000040 /* bl 0x100 */, 0x1000, symbols))
                .isEqualTo("bl leaf+0x0/0x20");
        assertThat(Decoder.text(0x54000821 /* b.ne 0x104 */, 0x1000, symbols))
                .isEqualTo("b.ne leaf+0x4/0x20");
        assertThat(Decoder.text(0x34000041 /* cbz w1, 0x8 */, 0x1000, symbols))
                .isEqualTo("cbz w1, 0x1008");
        assertThat(Decoder.text(0x10000880 /* adr x0, 0x110 */, 0x1000, symbols))
                .isEqualTo("adr x0, leaf+0x10/0x20");
        assertThat(Decoder.text(0x58000800 /* ldr x0, 0x100 */, 0x1000, symbols))
                .isEqualTo("ldr x0, leaf+0x0/0x20");
    }

    @Test
    void what_is_not_supported_is_a_word() {
        assertThat(Decoder.text(0x1e622820 /* fadd d0, d1, d2 */, 0, new SymbolTable()))
                .isEqualTo(".word 0x1e622820");
    }
}
