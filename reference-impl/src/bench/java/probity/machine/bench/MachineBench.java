package probity.machine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and holds the machine to its limits. Of the measured iterations the best one
 * counts: whatever else runs on the computer can only make it slower.
 */
class MachineBench {
    private static final double HOOKED_CALL_MICROSECONDS = 2;
    private static final double INSTRUCTIONS_PER_MICROSECOND = 50;
    private static final long ENGINE_BYTES = 1 << 20;

    /** So many that what the JVM does beside them does not matter. */
    private static final int ENGINES = 1000;

    @Test
    void a_hooked_call_takes_two_microseconds_at_most() throws RunnerException {
        long instructions = new HookedProgram().call();
        System.out.printf("bench: hooked call of %d instructions%n", instructions);
        assertThat(instructions).isBetween(45L, 55L);

        for (RunResult result : run(HookedCallBench.class)) {
            assertThat(result.getPrimaryResult().getStatistics().getMin())
                    .as("microseconds per hooked call")
                    .isLessThanOrEqualTo(HOOKED_CALL_MICROSECONDS);
        }
    }

    @Test
    void tight_loops_make_50_million_instructions_a_second() throws RunnerException {
        for (RunResult result : run(TightLoopBench.class)) {
            assertThat(result.getPrimaryResult().getStatistics().getMax())
                    .as("instructions per microsecond, %s", result.getPrimaryResult().getLabel())
                    .isGreaterThanOrEqualTo(INSTRUCTIONS_PER_MICROSECOND);
        }
    }

    @Test
    void an_engine_fits_into_a_mebibyte() throws InterruptedException {
        new HookedProgram().call(); // what all engines share is loaded now
        long before = used();
        List<HookedProgram> engines = new ArrayList<>();
        for (int i = 0; i < ENGINES; i++) {
            HookedProgram engine = new HookedProgram();
            engine.call();
            engines.add(engine);
        }
        long each = (used() - before) / engines.size();

        System.out.printf("bench: %d bytes of heap per engine%n", each);
        assertThat(each).isPositive().isLessThanOrEqualTo(ENGINE_BYTES);
        assertThat(engines.get(0).call()).isPositive(); // they were alive until here
    }

    private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
        return new Runner(
                        new OptionsBuilder()
                                .include(benchmark.getName())
                                .forks(1)
                                .warmupIterations(5)
                                .warmupTime(TimeValue.seconds(1))
                                .measurementIterations(5)
                                .measurementTime(TimeValue.seconds(1))
                                .jvmArgsAppend("-XX:+UseSerialGC")
                                .shouldFailOnError(true)
                                .build())
                .run();
    }

    private static long used() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
