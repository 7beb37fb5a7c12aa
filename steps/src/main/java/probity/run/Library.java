package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.catalogue.Catalogue;

/**
 * All that can be heard, with the catalogue of its clauses. Immutable.
 *
 * @param catalogue the clauses
 * @param entries scenarios and properties, chapter by chapter
 */
public record Library(Catalogue catalogue, List<Entry> entries) {
    private static final String FEATURES = "probity/features";
    private static final String STEPS = "probity.steps";

    public Library {
        entries = List.copyOf(entries);
    }

    /** What the kit ships; parsed once in a virtual machine, as nothing can change it. */
    public static Library shipped() {
        return Shipped.LIBRARY;
    }

    /**
     * What stands in these folders of the class path.
     *
     * @param folders such as {@code probity/features}
     * @param glue package of the step definitions, where it is not that of the kit
     */
    public static Library of(List<String> folders, Optional<String> glue) {
        if (folders.equals(List.of(FEATURES)) && glue.isEmpty()) {
            return shipped();
        }
        return read(folders, glue.orElse(STEPS));
    }

    private static Library read(List<String> folders, String glue) {
        Catalogue catalogue = Catalogue.load();
        ClassLoader loader = Library.class.getClassLoader();
        List<Entry> entries = new ArrayList<>();
        for (String folder : folders) {
            entries.addAll(new Scenarios(folder, glue, catalogue, loader).entries());
        }
        return new Library(catalogue, entries);
    }

    /** Holds it from its first use on. */
    private static final class Shipped {
        static final Library LIBRARY = read(List.of(FEATURES), STEPS);
    }
}
