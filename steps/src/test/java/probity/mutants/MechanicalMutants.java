package probity.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import probity.candidates.mutants.Mutant;
import probity.candidates.mutants.Mutants;

/**
 * Judges every mechanical mutant of the reference's trampolines: each is failed, or listed with the
 * reason why it need not be. Takes minutes, so it has a Maven profile of its own, {@code mutants}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MechanicalMutants {
    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Excuses excuses = Excuses.read();

    @AfterAll
    void stop() {
        executor.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> every_mutant_is_failed_or_explained() {
        return Mutants.trampolines().stream()
                .map(
                        mutants ->
                                DynamicTest.dynamicTest(
                                        mutants.design() + " " + mutants.symbol(),
                                        () -> assertThat(complaints(mutants)).isEmpty()));
    }

    @Test
    void every_mutant_that_is_listed_exists() {
        Set<String> known = new HashSet<>();
        Mutants.trampolines()
                .forEach(mutants -> mutants.all().forEach(mutant -> known.add(mutant.id())));

        assertThat(known).containsAll(excuses.mutants());
    }

    private List<String> complaints(Mutants mutants) throws Exception {
        List<Future<Fate>> fates = new ArrayList<>();
        for (Mutant mutant : mutants.all()) {
            fates.add(executor.submit(() -> Fate.of(mutant)));
        }
        List<String> complaints = new ArrayList<>();
        Map<String, Integer> killers = new TreeMap<>();
        for (Future<Fate> future : fates) {
            Fate fate = future.get();
            fate.complaint(excuses.of(fate.mutant().id())).ifPresent(complaints::add);
            fate.killer().ifPresent(clause -> killers.merge(clause, 1, Integer::sum));
        }
        int killed = killers.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "%s %s: %d mutants, %d failed, %d explained, %d neither; failed first by %s%n",
                mutants.design(),
                mutants.symbol(),
                fates.size(),
                killed,
                fates.size() - killed - complaints.size(),
                complaints.size(),
                killers);
        return complaints;
    }
}
