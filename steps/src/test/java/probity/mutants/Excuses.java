package probity.mutants;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import probity.candidates.mutants.Mutants;

/** The mutants that no clause has to fail, each with the reason. */
final class Excuses {
    private static final String FILE = "equivalent-mutants.yaml";

    private final Map<String, Excuse> byMutant = new LinkedHashMap<>();

    /**
     * Why some mutants need not be failed.
     *
     * @param reason a full sentence
     * @param unmet the SHOULD clause that they do not meet; null if nothing can tell them from the
     *     original
     * @param mutants their ids
     */
    record Excuse(String reason, String unmet, List<String> mutants) {}

    private Excuses(List<Excuse> excuses) {
        for (Excuse excuse : excuses) {
            for (String mutant : excuse.mutants()) {
                if (byMutant.put(mutant, excuse) != null) {
                    throw new IllegalStateException(
                            "The mutant '" + mutant + "' is listed twice in " + FILE + ".");
                }
            }
        }
    }

    static Excuses read() {
        try (InputStream stream = Mutants.class.getResourceAsStream(FILE)) {
            return new Excuses(
                    new ObjectMapper(new YAMLFactory())
                            .readValue(stream, new TypeReference<List<Excuse>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    Optional<Excuse> of(String mutant) {
        return Optional.ofNullable(byMutant.get(mutant));
    }

    /** All ids that are listed. */
    Set<String> mutants() {
        return byMutant.keySet();
    }
}
