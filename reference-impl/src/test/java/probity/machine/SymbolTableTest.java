package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SymbolTableTest {
    private final SymbolTable symbols = new SymbolTable();

    @Test
    void describes_addresses_as_the_kernel_does() {
        symbols.define("leaf", 0xffff_8000_0801_0000L, 0x40);

        assertThat(symbols.describe(0xffff_8000_0801_0000L)).isEqualTo("leaf+0x0/0x40");
        assertThat(symbols.describe(0xffff_8000_0801_003cL)).isEqualTo("leaf+0x3c/0x40");
        assertThat(symbols.describe(0xffff_8000_0801_0040L)).isEqualTo("0xffff800008010040");
        assertThat(symbols.describe(0xffff_8000_0800_ffffL)).isEqualTo("0xffff80000800ffff");
    }

    @Test
    void the_innermost_of_nested_symbols_names_an_address() {
        symbols.define("text", 0x1000, 0x1000);
        symbols.define("f", 0x1100, 0x20);
        symbols.define("label", 0x1180, 0);

        assertThat(symbols.describe(0x1110)).isEqualTo("f+0x10/0x20");
        assertThat(symbols.describe(0x1120)).isEqualTo("text+0x120/0x1000");
        assertThat(symbols.describe(0x1180)).isEqualTo("label+0x0/0x0");
        assertThat(symbols.describe(0x1184)).isEqualTo("text+0x184/0x1000");
    }

    @Test
    void of_two_names_for_one_address_the_larger_is_shown() {
        symbols.define("alias", 0x1000, 0);
        symbols.define("f", 0x1000, 0x20);
        assertThat(symbols.describe(0x1000)).isEqualTo("f+0x0/0x20");
        assertThat(symbols.address("alias")).hasValue(0x1000);
    }

    @Test
    void a_name_is_given_once() {
        symbols.define("f", 0x1000, 4);
        assertThatThrownBy(() -> symbols.define("f", 0x2000, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The symbol 'f' is defined already, at 0x1000.");
    }
}
