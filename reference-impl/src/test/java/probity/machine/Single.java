package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

/** One instruction, executed on given registers. The word has to read as the test says it does. */
final class Single {
    private final Snippet snippet;

    private Single(int word, String assembly) {
        this.snippet = new Snippet(word);
        assertThat(Decoder.text(word, Snippet.TEXT, snippet.machine.symbols()))
                .as("the word %08x", word)
                .isEqualTo(assembly);
    }

    static Single of(int word, String assembly) {
        return new Single(word, assembly);
    }

    Single x(int n, long value) {
        snippet.cpu.x(n, value);
        return this;
    }

    Single sp(long value) {
        snippet.cpu.sp(value);
        return this;
    }

    Single v(int n, long high, long low) {
        snippet.cpu.v(n, high, low);
        return this;
    }

    /** Four letters, capitals are set: {@code nZCv}. */
    Single flags(String letters) {
        snippet.cpu.nzcv(parse(letters));
        return this;
    }

    Single data(int offset, long value) {
        snippet.machine.memory().writeLong(Snippet.DATA + offset, value);
        return this;
    }

    /** Executes it; it has to succeed. */
    Single run() {
        assertThat(snippet.step()).isEqualTo(new Stop.Budget(1));
        return this;
    }

    /** Executes it; it has to fault. */
    Stop.Fault fault() {
        Stop stop = snippet.step();
        assertThat(stop).isInstanceOf(Stop.Fault.class);
        assertThat(snippet.cpu.pc()).isEqualTo(Snippet.TEXT);
        return (Stop.Fault) stop;
    }

    long x(int n) {
        return snippet.cpu.x(n);
    }

    long sp() {
        return snippet.cpu.sp();
    }

    long pc() {
        return snippet.cpu.pc();
    }

    String flags() {
        return format(snippet.cpu.nzcv());
    }

    long vLow(int n) {
        return snippet.cpu.vLow(n);
    }

    long vHigh(int n) {
        return snippet.cpu.vHigh(n);
    }

    long data(int offset) {
        return snippet.machine.memory().readLong(Snippet.DATA + offset);
    }

    Cpu cpu() {
        return snippet.cpu;
    }

    static long parse(String letters) {
        long flags = 0;
        for (int i = 0; i < 4; i++) {
            flags |= (Character.isUpperCase(letters.charAt(i)) ? 1L : 0) << 31 - i;
        }
        return flags;
    }

    static String format(long nzcv) {
        StringBuilder letters = new StringBuilder("nzcv");
        for (int i = 0; i < 4; i++) {
            if ((nzcv >>> 31 - i & 1) != 0) {
                letters.setCharAt(i, Character.toUpperCase(letters.charAt(i)));
            }
        }
        return letters.toString();
    }
}
