package probity.machine.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** How the words and registers of a case are chosen. */
final class Generators {
    private static final int SP = Case.SP;

    private Generators() {}

    /** One instruction on random registers. */
    static Generator plain(String... drawings) {
        List<Pattern> patterns = patterns(drawings);
        return (random, pc) -> onRandomRegisters(random, pc, word(random, patterns));
    }

    /** One load or store whose base register (bits 9..5) points into the data. */
    static Generator memory(int alignment, String... drawings) {
        List<Pattern> patterns = patterns(drawings);
        return (random, pc) -> {
            Case c = onRandomRegisters(random, pc, word(random, patterns));
            pointIntoData(c, c.words()[0], random, alignment);
            return c;
        };
    }

    /** One load or store at the very end of the data, so that it often hits nothing. */
    static Generator edge(String... drawings) {
        List<Pattern> patterns = patterns(drawings);
        return (random, pc) -> {
            Case c = onRandomRegisters(random, pc, word(random, patterns));
            long end = Layout.DATA + Layout.DATA_SIZE;
            int n = Words.field(c.words()[0], 9, 5);
            c.x()[n] = n == SP ? end - 16 : end - 1 - random.nextInt(20);
            return c;
        };
    }

    /** An indirect branch (target in bits 9..5) to somewhere in the text. */
    static Generator indirectBranch(String... drawings) {
        List<Pattern> patterns = patterns(drawings);
        return (random, pc) -> {
            Case c = onRandomRegisters(random, pc, word(random, patterns));
            int n = Words.field(c.words()[0], 9, 5);
            if (n != SP) {
                c.x()[n] = Layout.TEXT + 4L * random.nextInt((int) (Layout.TEXT_SIZE / 4));
            }
            return c;
        };
    }

    /** Any word at all; half of the registers point into the data. */
    static Generator anything() {
        return (random, pc) -> {
            Case c = onRandomRegisters(random, pc, random.nextInt());
            for (int n = 0; n < 32; n++) {
                if (random.nextBoolean()) {
                    c.x()[n] = Layout.BASE + 16 * random.nextInt(64);
                }
            }
            return c;
        };
    }

    static Case onRandomRegisters(SplittableRandom random, long pc, int... words) {
        long[] x = Values.random(random, 32);
        x[SP] = Layout.BASE + 16 * random.nextInt(64);
        return new Case(pc, words, x, (long) random.nextInt(16) << 28, Values.random(random, 64));
    }

    /**
     * Gives the base, and the index where there is one, values that keep the access in the data.
     */
    static void pointIntoData(Case c, int word, SplittableRandom random, int alignment) {
        boolean indexed =
                Words.field(word, 29, 27) == 7
                        && Words.field(word, 24, 24) == 0
                        && Words.field(word, 21, 21) == 1
                        && Words.field(word, 11, 10) == 2;
        int n = Words.field(word, 9, 5);
        if (indexed) {
            int m = Words.field(word, 20, 16);
            boolean half = Words.field(word, 13, 13) == 0;
            if (m != SP) {
                c.x()[m] = random.nextInt(0x800) | (half ? random.nextLong() << 32 : 0);
            }
        }
        int step = n == SP ? 16 : alignment;
        c.x()[n] = Layout.BASE + (random.nextInt(64) - 16) / step * step;
    }

    static List<Pattern> patterns(String... drawings) {
        return java.util.Arrays.stream(drawings).map(Pattern::of).toList();
    }

    static int word(SplittableRandom random, List<Pattern> patterns) {
        return patterns.get(random.nextInt(patterns.size())).random(random);
    }
}
