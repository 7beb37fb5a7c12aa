package probity.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import probity.catalogue.Catalogue;

/**
 * All that can be heard, with the catalogue of its clauses. Immutable.
 *
 * @param catalogue the clauses
 * @param entries scenarios and properties, chapter by chapter
 */
public record Library(Catalogue catalogue, List<Entry> entries) {
    private static final String FEATURES = "probity/features";

    /** Package of the kit's step definitions. */
    public static final String STEPS = "probity.steps";

    /** Package of the kit's properties. */
    public static final String PROPERTIES = "probity.properties";

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
     * @param steps package of the step definitions
     * @param properties package of the properties
     */
    public static Library of(List<String> folders, String steps, String properties) {
        boolean own = steps.equals(STEPS) && properties.equals(PROPERTIES);
        return own && folders.equals(List.of(FEATURES))
                ? shipped()
                : read(folders, steps, properties);
    }

    private static Library read(List<String> folders, String glue, String properties) {
        Catalogue catalogue = Catalogue.load();
        ClassLoader loader = Library.class.getClassLoader();
        List<Entry> entries = new ArrayList<>();
        for (String folder : folders) {
            entries.addAll(new Scenarios(folder, glue, catalogue, loader).entries());
        }
        entries.addAll(new PropertyEntries(properties, catalogue).entries());
        List<String> chapters = catalogue.chapters();
        entries.sort(Comparator.comparing(entry -> chapters.indexOf(entry.subject().chapter())));
        return new Library(catalogue, entries);
    }

    /** Holds it from its first use on. */
    private static final class Shipped {
        static final Library LIBRARY = read(List.of(FEATURES), STEPS, PROPERTIES);
    }
}
