package probity.machine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.machine.Stop;

/** Each class: so many cases that were compared and did not differ. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MachineFuzz {
    private static final int REPORTED = 5;
    private static final int PLACE = 64;

    /** Encodings drawn at random are not always allocated; a class has to yield this share. */
    private static final int TRIES_PER_CASE = 100;

    private final int cases = Integer.getInteger("fuzz.cases", 10_000);
    private final long seed = Long.decode(System.getProperty("fuzz.seed", "" + System.nanoTime()));
    private ProbityEngine probity;
    private UnicornEngine unicorn;
    private long pc = Layout.CASES;

    @BeforeAll
    void start() {
        System.out.printf("fuzz: %d cases a class, -Dfuzz.seed=%d%n", cases, seed);
        probity = new ProbityEngine();
        unicorn = new UnicornEngine();
    }

    @AfterAll
    void stop() {
        unicorn.close();
    }

    static List<EncodingClass> classes() {
        return EncodingClasses.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void agrees_with_unicorn(EncodingClass encodings) {
        SplittableRandom random = new SplittableRandom(seed ^ encodings.name().hashCode());
        fillData(random);
        int executed = 0;
        int undefined = 0;
        int notOffered = 0;
        Map<String, Integer> explained = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (int i = 0; executed < cases && differences.size() < REPORTED; i++) {
            assertThat(i).as("tries for %d cases", cases).isLessThan(cases * TRIES_PER_CASE);
            Case c = encodings.generator().next(random, nextPlace(random));
            Outcome ours = probity.run(c, encodings.withMemory());
            boolean refused = ours.end() == Outcome.End.UNDEFINED && !encodings.undefinedToo();
            if (refused || Explained.isNotOffered(probity.stop())) {
                notOffered++;
                unicorn.text(c); // a later load of a literal may read it
                continue;
            }
            Outcome theirs = unicorn.run(c, until(c, ours), encodings.withMemory());
            List<String> found = ours.differencesTo(theirs);
            if (!found.isEmpty()) {
                fillData(random);
                Optional<Explained> known = Explained.of(c, ours, theirs, probity.stop());
                if (known.isPresent()) {
                    explained.merge(known.get().reason(), 1, Integer::sum);
                    continue;
                }
                differences.add(report(i, c, found));
            }
            if (ours.end() == Outcome.End.UNDEFINED) {
                undefined++;
            } else {
                executed++;
            }
        }
        System.out.printf(
                "fuzz: %-45s %d executed, %d undefined in both, %d not offered, explained: %s%n",
                encodings, executed, undefined, notOffered, explained);
        assertThat(differences).isEmpty();
    }

    /** Where Unicorn has to come by: where we are, or the end if we got stuck on the way. */
    private static long until(Case c, Outcome ours) {
        return ours.end() == Outcome.End.DONE ? ours.pc() : c.pc() + 4L * c.words().length;
    }

    private String report(int number, Case c, List<String> found) {
        StringBuilder text = new StringBuilder("case " + number + ":");
        for (int word : c.words()) {
            text.append(" %08x".formatted(word));
        }
        Stop stop = probity.stop();
        text.append(" at 0x%x, ".formatted(c.pc())).append(stop);
        found.stream().limit(12).forEach(line -> text.append("\n    ").append(line));
        return text.append('\n').toString();
    }

    private void fillData(SplittableRandom random) {
        byte[] data = new byte[Layout.DATA_SIZE];
        random.nextBytes(data);
        probity.data(data);
        unicorn.data(data);
    }

    /**
     * Room for a case and a zero word, at the next address. From time to time Unicorn is started
     * anew: after some hundred thousand cases it has ended the process with a segmentation fault.
     */
    private long nextPlace(SplittableRandom random) {
        pc += PLACE;
        if (pc >= Layout.CASES_END) {
            unicorn.close();
            unicorn = new UnicornEngine();
            probity.clearCases();
            fillData(random);
            pc = Layout.CASES;
        }
        return pc;
    }
}
