package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words as the GNU assembler makes them. */
class BranchTest {
    @Test
    void conditional_branches_say_how_far_they_go() {
        assertThat(Branch.distance(0x54000041)).hasValue(8); // b.ne .+8
        assertThat(Branch.distance(0x54ffffe0)).hasValue(-4); // b.eq .-4
        assertThat(Branch.distance(0xb4000060)).hasValue(12); // cbz x0, .+12
        assertThat(Branch.distance(0x35ffffc1)).hasValue(-8); // cbnz w1, .-8
        assertThat(Branch.distance(0x36080040)).hasValue(8); // tbz w0, #1, .+8
        assertThat(Branch.distance(0xb707ffe0)).hasValue(-4); // tbnz x0, #32, .-4
    }

    @Test
    void other_words_do_not() {
        assertThat(Branch.distance(0x94000001)).isEmpty(); // bl .+4
        assertThat(Branch.distance(0xd65f03c0)).isEmpty(); // ret
        assertThat(Branch.distance(0x91000400)).isEmpty(); // add x0, x0, #1
    }

    @Test
    void nothing_goes_on_behind_returns_jumps_and_traps() {
        assertThat(Branch.isLast(0xd65f03c0)).isTrue(); // ret
        assertThat(Branch.isLast(0xd65f0bff)).isTrue(); // retaa
        assertThat(Branch.isLast(0x17ffffff)).isTrue(); // b .-4
        assertThat(Branch.isLast(0xd61f0200)).isTrue(); // br x16
        assertThat(Branch.isLast(0xd4210000)).isTrue(); // brk #0x800
    }

    @Test
    void calls_and_all_else_go_on() {
        assertThat(Branch.isLast(0x94000001)).isFalse(); // bl .+4
        assertThat(Branch.isLast(0xd63f0200)).isFalse(); // blr x16
        assertThat(Branch.isLast(0x54000041)).isFalse(); // b.ne .+8
        assertThat(Branch.isLast(0xd503201f)).isFalse(); // nop
    }
}
