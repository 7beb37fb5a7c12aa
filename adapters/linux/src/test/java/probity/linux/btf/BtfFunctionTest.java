package probity.linux.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import probity.linux.btf.BtfValue.Form;

class BtfFunctionTest {
    private final BtfBuilder file = new BtfBuilder();
    private final int s32 = file.integer("int", 4, true);
    private final int u64 = file.integer("unsigned long", 8, false);

    @Test
    void a_function_has_the_id_that_programs_attach_to() {
        file.function("first", s32);
        int id = file.function("bpf_fentry_test1", s32, "a", s32);

        assertThat(file.read().function("bpf_fentry_test1"))
                .get()
                .extracting(BtfFunction::id)
                .isEqualTo(id);
    }

    @Test
    void its_parameters_have_widths_and_signs() {
        int u8 = file.integer("unsigned char", 1, false);
        int pointer = file.refer(BtfKind.PTR, "", file.struct(BtfKind.STRUCT, "file", 8));
        file.function("f", u64, "a", s32, "b", u8, "c", pointer, "d", u64);
        BtfFunction function = file.read().function("f").orElseThrow();

        assertThat(function.parameters())
                .extracting(BtfParameter::value)
                .containsExactly(
                        new BtfValue("int", Form.INTEGER, 32, true),
                        new BtfValue("unsigned char", Form.INTEGER, 8, false),
                        new BtfValue("struct file *", Form.POINTER, 64, false),
                        new BtfValue("unsigned long", Form.INTEGER, 64, false));
        assertThat(function.parameters())
                .extracting(parameter -> parameter.value().toString())
                .containsExactly("s32", "u8", "struct file *", "u64");
        assertThat(function)
                .hasToString(
                        "unsigned long f(int a, unsigned char b, struct file * c,"
                                + " unsigned long d)");
    }

    @Test
    void typedefs_and_qualifiers_are_followed() {
        int pid = file.refer(BtfKind.TYPEDEF, "pid_t", s32);
        int constant = file.refer(BtfKind.CONST, "", pid);
        int both = file.refer(BtfKind.VOLATILE, "", constant);
        file.function("f", both, "a", constant);
        BtfFunction function = file.read().function("f").orElseThrow();

        assertThat(function.result())
                .isEqualTo(new BtfValue("volatile const pid_t", Form.INTEGER, 32, true));
        assertThat(function.parameters().get(0).value().bits()).isEqualTo(32);
    }

    @Test
    void a_tag_or_restrict_is_not_spelled() {
        int tagged = file.refer(BtfKind.TYPE_TAG, "rcu", s32);
        int pointer = file.refer(BtfKind.PTR, "", tagged);
        int restricted = file.refer(BtfKind.RESTRICT, "", pointer);
        int constant = file.refer(BtfKind.CONST, "", restricted);
        file.function("f", 0, "p", file.refer(BtfKind.PTR, "", constant));

        assertThat(file.read().function("f").orElseThrow()).hasToString("void f(int * const * p)");
    }

    @Test
    void nothing_returned_and_no_parameter() {
        file.function("f", 0);
        BtfFunction function = file.read().function("f").orElseThrow();

        assertThat(function.result()).isEqualTo(new BtfValue("void", Form.NONE, 0, false));
        assertThat(function.parameters()).isEmpty();
        assertThat(function.variadic()).isFalse();
    }

    @Test
    void an_ellipsis_is_no_parameter() {
        file.function("f", s32, "format", u64, "", 0);
        BtfFunction function = file.read().function("f").orElseThrow();

        assertThat(function.variadic()).isTrue();
        assertThat(function.parameters()).hasSize(1);
        assertThat(function).hasToString("int f(unsigned long format, ...)");
    }

    @Test
    void enums_floats_and_aggregates() {
        int signed = file.enumeration("result", 4, true, 2);
        int unsigned = file.enumeration("", 4, false, 3);
        int pair = file.struct(BtfKind.STRUCT, "pair", 16, "a", u64, 0, "b", u64, 64);
        int number = file.type(BtfKind.FLOAT, "double", 0, false, 8);
        file.function("f", signed, "e", unsigned, "p", pair, "d", number);
        BtfFunction function = file.read().function("f").orElseThrow();

        assertThat(function.result())
                .isEqualTo(new BtfValue("enum result", Form.INTEGER, 32, true));
        assertThat(function.parameters())
                .extracting(BtfParameter::value)
                .containsExactly(
                        new BtfValue("enum (anonymous)", Form.INTEGER, 32, false),
                        new BtfValue("struct pair", Form.AGGREGATE, 128, false),
                        new BtfValue("double", Form.FLOAT, 64, true));
    }

    @Test
    void a_function_that_there_is_not() {
        file.function("f", s32);

        assertThat(file.read().function("g")).isEmpty();
        assertThat(file.read().function("int")).isEmpty();
    }

    @Test
    void two_of_one_name_are_refused() {
        file.function("f", s32);
        file.function("f", u64);

        assertThatThrownBy(() -> file.read().function("f"))
                .hasMessage("The BTF has 2 times a function f: types [4, 6].");
    }
}
