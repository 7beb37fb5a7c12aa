package probity.linux.bpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.linux.bpf.Register.FP;
import static probity.linux.bpf.Register.R0;
import static probity.linux.bpf.Register.R1;
import static probity.linux.bpf.Register.R2;
import static probity.linux.bpf.Register.R6;
import static probity.linux.bpf.Register.R7;

import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each encoding was written by hand from the instruction set's definition (RFC 9669). */
class AssemblerTest {
    @Test
    void loads() {
        encodes(
                "79 61 08 01 00 00 00 00",
                "r1 = *(u64 *)(r6 +264)",
                a -> a.load(Width.DOUBLE, R1, R6, 264));
        encodes(
                "61 a2 fc ff 00 00 00 00",
                "r2 = *(u32 *)(r10 -4)",
                a -> a.load(Width.WORD, R2, FP, -4));
        encodes(
                "69 10 02 00 00 00 00 00",
                "r0 = *(u16 *)(r1 +2)",
                a -> a.load(Width.HALF, R0, R1, 2));
        encodes(
                "71 10 01 00 00 00 00 00",
                "r0 = *(u8 *)(r1 +1)",
                a -> a.load(Width.BYTE, R0, R1, 1));
    }

    @Test
    void stores_of_registers() {
        encodes(
                "7b 17 30 00 00 00 00 00",
                "*(u64 *)(r7 +48) = r1",
                a -> a.store(Width.DOUBLE, R7, 48, R1));
        encodes(
                "63 1a fc ff 00 00 00 00",
                "*(u32 *)(r10 -4) = r1",
                a -> a.store(Width.WORD, FP, -4, R1));
        encodes(
                "6b 17 00 00 00 00 00 00",
                "*(u16 *)(r7 +0) = r1",
                a -> a.store(Width.HALF, R7, 0, R1));
        encodes(
                "73 17 00 00 00 00 00 00",
                "*(u8 *)(r7 +0) = r1",
                a -> a.store(Width.BYTE, R7, 0, R1));
    }

    @Test
    void stores_of_immediates() {
        encodes(
                "62 0a fc ff 00 00 00 00",
                "*(u32 *)(r10 -4) = 0",
                a -> a.store(Width.WORD, FP, -4, 0));
        encodes(
                "7a 07 08 00 ff ff ff ff",
                "*(u64 *)(r7 +8) = -1",
                a -> a.store(Width.DOUBLE, R7, 8, -1));
    }

    @Test
    void an_atomic_addition_that_fetches() {
        encodes(
                "db 10 00 00 01 00 00 00",
                "r1 = atomic64_fetch_add((u64 *)(r0 +0), r1)",
                a -> a.fetchAdd(R0, 0, R1));
    }

    @Test
    void arithmetic() {
        encodes("bf 16 00 00 00 00 00 00", "r6 = r1", a -> a.move(R6, R1));
        encodes("b7 01 00 00 fe ff ff ff", "r1 = -2", a -> a.move(R1, -2));
        encodes("b4 01 00 00 ff ff ff ff", "w1 = -1", a -> a.move32(R1, -1));
        encodes("07 02 00 00 fc ff ff ff", "r2 += -4", a -> a.add(R2, -4));
        encodes("57 00 00 00 01 00 00 00", "r0 &= 1", a -> a.and(R0, 1));
    }

    @Test
    void constants_and_maps_take_two_slots() {
        encodes(
                "18 01 00 00 ef cd ab 89 00 00 00 00 67 45 23 01",
                "r1 = 0x123456789abcdef ll",
                a -> a.constant(R1, 0x0123456789abcdefL));
        encodes(
                "18 11 00 00 07 00 00 00 00 00 00 00 00 00 00 00",
                "r1 = map[fd:7]",
                a -> a.map(R1, 7));
    }

    @Test
    void calls_and_the_end() {
        encodes(
                "85 00 00 00 ae 00 00 00",
                "call bpf_get_attach_cookie#174",
                a -> a.call(HelperFunction.GET_ATTACH_COOKIE));
        encodes(
                "85 20 00 00 1a 00 01 00",
                "call bpf_session_cookie#65562",
                a -> a.callKernel("bpf_session_cookie", 65562));
        encodes("95 00 00 00 00 00 00 00", "exit", Assembler::exit);
    }

    @Test
    void a_jump_forward_is_counted_in_slots() {
        Program program =
                new Assembler()
                        .jumpIf(Condition.EQUAL, R0, 0, "out")
                        .map(R1, 7)
                        .jump("out")
                        .label("out")
                        .exit()
                        .program();

        assertThat(program)
                .hasToString(
                        """
                           0: if r0 == 0 goto pc+3
                           1: r1 = map[fd:7]
                           3: goto pc+0
                           4: exit
                        """);
        assertThat(hex(program)).startsWith("15 00 03 00 00 00 00 00").contains("05 00 00 00");
        assertThat(program.slots()).isEqualTo(5);
    }

    @Test
    void a_jump_back() {
        Program program =
                new Assembler()
                        .label("top")
                        .add(R0, 1)
                        .jumpIf(Condition.NOT_EQUAL, R0, 3, "top")
                        .program();

        assertThat(hex(program)).isEqualTo("07 00 00 00 01 00 00 00 55 00 fe ff 03 00 00 00");
    }

    @Test
    void a_call_of_a_function_of_the_program() {
        Program program =
                new Assembler().callLocal("own").exit().label("own").move(R0, R1).exit().program();

        assertThat(program)
                .hasToString(
                        """
                           0: call pc+1
                           1: exit
                           2: r0 = r1
                           3: exit
                        """);
        assertThat(hex(program)).startsWith("85 10 00 00 01 00 00 00");
    }

    @Test
    void a_label_that_is_nowhere() {
        assertThatThrownBy(() -> new Assembler().jump("out").program())
                .hasMessage("A jump goes to the label out, which is nowhere in the program.");
    }

    @Test
    void a_label_that_stands_twice() {
        assertThatThrownBy(() -> new Assembler().label("out").label("out"))
                .hasMessage("The label out stands twice in the program.");
    }

    @Test
    void an_offset_that_no_instruction_holds() {
        assertThatThrownBy(() -> new Assembler().load(Width.DOUBLE, R1, R6, 32768))
                .hasMessage("The offset 32768 does not fit into the 16 bits of an instruction.");
    }

    private static void encodes(String bytes, String text, UnaryOperator<Assembler> line) {
        Program program = line.apply(new Assembler()).program();

        assertThat(hex(program)).isEqualTo(bytes);
        assertThat(program).hasToString("   0: " + text + "\n");
    }

    private static String hex(Program program) {
        return HexFormat.ofDelimiter(" ").formatHex(program.bytes());
    }
}
