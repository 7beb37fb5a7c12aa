package probity.properties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import probity.spi.Plan;

/**
 * A random case as it is kept in a file.
 *
 * @param property the property that it fails, as class and method
 * @param candidate the address of the candidate that failed it
 * @param seed the seed of the recipe that it was shrunk from
 * @param plan the shrunk plan
 */
record RandomCase(String property, String candidate, long seed, Plan plan) {
    RandomCase {
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(plan, "plan");
    }

    /**
     * Reads the file of a case.
     *
     * @throws IllegalArgumentException if it is none; says why
     */
    static RandomCase read(Path file) {
        try {
            return SpiJson.read(Files.readString(file), RandomCase.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("The case " + file + " cannot be read: " + e, e);
        }
    }

    /** A name for its file, without folder. */
    String file() {
        String name = property + "-" + candidate + "-" + Long.toHexString(seed);
        return name.replaceAll("[^A-Za-z0-9.-]+", "_") + ".json";
    }
}
