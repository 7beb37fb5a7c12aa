package probity.machine.fuzz;

import static probity.machine.fuzz.Generators.onRandomRegisters;
import static probity.machine.fuzz.Generators.pointIntoData;

import java.util.List;
import java.util.SplittableRandom;

/** Cases of several instructions, and of one that needs special preparation. */
final class Sequences {
    private static final int MSR_DAIF_X0 = 0xd51b4220;
    private static final int CLREX = 0xd5033f5f;

    /** In mixed sequences loads and stores go through this register, and nothing else writes it. */
    private static final int POINTER = 28;

    private static final int LONGEST = 12;

    private Sequences() {}

    /** Load exclusive, perhaps another store, store exclusive: all sizes and orders. */
    static Generator exclusives() {
        List<Pattern> loads =
                Generators.patterns(
                        "zz00100001011111o11111nnnnnttttt", "1z001000011111110ooooonnnnnttttt");
        return (random, pc) -> {
            int load = Generators.word(random, loads);
            boolean pair = Words.field(load, 21, 21) == 1;
            int n = Words.field(load, 9, 5);
            int store = load & ~(1 << 22 | 0x1f << 16 | 0x1f) | random.nextInt(32);
            store |= random.nextInt(32) << 16;
            if (pair) {
                store = store & ~(0x1f << 10) | random.nextInt(32) << 10;
            }
            int between = random.nextInt(4) == 0 ? CLREX : 0xd503201f;
            Case c = onRandomRegisters(random, pc, load, between, store, CLREX);
            pointIntoData(c, load, random, 16);
            boolean keepsBase =
                    Words.field(load, 4, 0) != n && (!pair || Words.field(load, 14, 10) != n);
            return keepsBase || n == Case.SP ? c : exclusives().next(random, pc);
        };
    }

    /** ldapur and stlur, aligned as they have to be. */
    static Generator orderedUnscaled() {
        Pattern pattern = Pattern.of("zz011001oo0iiiiiiiii00nnnnnttttt");
        return (random, pc) -> {
            int size = 1 << random.nextInt(4);
            int log = Integer.numberOfTrailingZeros(size);
            int word = pattern.random(random) & 0x3fffffff | log << 30;
            word &= ~(size - 1 << 12);
            Case c = onRandomRegisters(random, pc, word);
            pointIntoData(c, word, random, 16);
            return c;
        };
    }

    /** cas and casp that find what they expect: the value is loaded first. */
    static Generator compareAndSwapEqual() {
        return (random, pc) -> {
            int log = random.nextInt(4);
            int s = random.nextInt(16);
            int t = 16 + random.nextInt(14);
            int n = 30;
            boolean pair = random.nextBoolean();
            int order = (random.nextInt() & 1) << 22 | (random.nextInt() & 1) << 15;
            int load;
            int swap;
            if (pair) {
                s &= ~1;
                t &= ~1;
                boolean wide = random.nextBoolean();
                load = (wide ? 0xa9400000 : 0x29400000) | s + 1 << 10 | n << 5 | s;
                swap = (wide ? 1 << 30 : 0) | 0x08207c00 | order | s << 16 | n << 5 | t;
            } else {
                load = log << 30 | 0x39400000 | n << 5 | s;
                swap = log << 30 | 0x08a07c00 | order | s << 16 | n << 5 | t;
            }
            Case c = onRandomRegisters(random, pc, load, swap);
            c.x()[n] = Layout.BASE + 16 * random.nextInt(16);
            return c;
        };
    }

    /** A write and a read of each register that holds what is written. */
    static Generator systemRegisters() {
        int[] registers = {
            0xda10, // NZCV
            0xda11, // DAIF
            0xde82, // TPIDR_EL0
            0xde83, // TPIDRRO_EL0
            0xc684, // TPIDR_EL1
            0xc208, // SP_EL0
            0xc201, // ELR_EL1
            0xc213, // PAN
            0xc214, // UAO
            0xda20, // FPCR
            0xda21, // FPSR
            0xc290, // ESR_EL1
        };
        return (random, pc) -> {
            int register = registers[random.nextInt(registers.length)] << 5;
            int msr = 0xd5000000 | register | random.nextInt(32);
            int mrs = 0xd5200000 | register | random.nextInt(32);
            int currentEl = 0xd5384240 | random.nextInt(32);
            int daif = (random.nextBoolean() ? 0xd50340df : 0xd50340ff) | random.nextInt(16) << 8;
            int readDaif = 0xd53b4220 | random.nextInt(32);
            Case c =
                    onRandomRegisters(random, pc, msr, mrs, currentEl, MSR_DAIF_X0, daif, readDaif);
            if (register == 0xda20 << 5 || register == 0xda21 << 5) {
                // what is left are AArch32's bits, which are RES0 in a machine without AArch32
                c.x()[msr & 31] &= register == 0xda20 << 5 ? 0x07c8_0000 : 0x0800_009f;
            }
            return c;
        };
    }

    /** dc zva on the data, and the operations that have no effect without caches. */
    static Generator cacheMaintenance() {
        List<Pattern> patterns =
                Generators.patterns(
                        "110101010000101101110100001ttttt",
                        "110101010000101101111010001ttttt",
                        "110101010000101101111011001ttttt",
                        "110101010000101101111110001ttttt",
                        "110101010000101101110101001ttttt");
        return (random, pc) -> {
            int word = Generators.word(random, patterns);
            Case c = onRandomRegisters(random, pc, word);
            int t = Words.field(word, 4, 0);
            c.x()[t] = Layout.DATA + random.nextInt(Layout.DATA_SIZE);
            return t == 31 ? cacheMaintenance().next(random, pc) : c;
        };
    }

    /** Arithmetic, loads and stores through one pointer, and branches forward. */
    static Generator mixed() {
        List<Pattern> arithmetic =
                Generators.patterns(
                        EncodingClasses.ADDRESSES,
                        EncodingClasses.ADD_SUBTRACT_IMMEDIATE,
                        EncodingClasses.LOGICAL_IMMEDIATE_64,
                        "soo100101hhiiiiiiiiiiiiiiiiddddd",
                        EncodingClasses.BITFIELD_32,
                        EncodingClasses.BITFIELD_64,
                        EncodingClasses.EXTRACT_64,
                        EncodingClasses.LOGICAL_SHIFTED,
                        EncodingClasses.ADD_SUBTRACT_SHIFTED,
                        EncodingClasses.ADD_SUBTRACT_EXTENDED,
                        EncodingClasses.ADD_SUBTRACT_CARRY,
                        EncodingClasses.CONDITIONAL_SELECT,
                        EncodingClasses.ONE_SOURCE,
                        EncodingClasses.DIVIDE,
                        EncodingClasses.SHIFT_BY_REGISTER,
                        EncodingClasses.MULTIPLY,
                        EncodingClasses.MULTIPLY_LONG,
                        EncodingClasses.MULTIPLY_HIGH);
        List<Pattern> compares =
                Generators.patterns(
                        EncodingClasses.CONDITIONAL_COMPARE_REGISTER,
                        EncodingClasses.CONDITIONAL_COMPARE_IMMEDIATE);
        List<Pattern> memory =
                Generators.patterns(
                        EncodingClasses.LOAD_STORE_UNSCALED,
                        EncodingClasses.LOAD_STORE_POST,
                        EncodingClasses.LOAD_STORE_PRE,
                        EncodingClasses.PAIR,
                        EncodingClasses.PAIR_INDEXED);
        List<Pattern> branches =
                Generators.patterns(
                        EncodingClasses.CONDITIONAL_BRANCH,
                        EncodingClasses.COMPARE_AND_BRANCH,
                        EncodingClasses.TEST_AND_BRANCH);
        return (random, pc) -> {
            int[] words = new int[2 + random.nextInt(LONGEST - 1)];
            for (int i = 0; i < words.length; i++) {
                switch (random.nextInt(8)) {
                    case 0:
                        words[i] = Generators.word(random, compares);
                        break;
                    case 1:
                        words[i] = forward(random, branches, words.length - i);
                        break;
                    case 2:
                    case 3:
                        words[i] = spare(Generators.word(random, memory)) & ~(31 << 5);
                        words[i] |= POINTER << 5;
                        break;
                    default:
                        words[i] = spare(Generators.word(random, arithmetic));
                }
            }
            Case c = onRandomRegisters(random, pc, words);
            c.x()[POINTER] = Layout.BASE + 0x4000 + random.nextInt(64);
            return c;
        };
    }

    /** A branch to one of the next words, or to the end. */
    private static int forward(SplittableRandom random, List<Pattern> branches, int left) {
        int word = Generators.word(random, branches);
        boolean test = Words.field(word, 30, 25) == 0b011011;
        int offset = 1 + random.nextInt(left);
        return test ? word & ~(0x3fff << 5) | offset << 5 : word & ~(0x7ffff << 5) | offset << 5;
    }

    /** Keeps the pointer register from being a target. */
    private static int spare(int word) {
        int spared = word;
        if (Words.field(spared, 4, 0) == POINTER) {
            spared ^= 1;
        }
        if (Words.field(spared, 14, 10) == POINTER && Words.field(spared, 29, 27) == 5) {
            spared ^= 1 << 10;
        }
        return spared;
    }
}
