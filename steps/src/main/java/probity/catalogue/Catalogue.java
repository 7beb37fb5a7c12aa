package probity.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import probity.spi.Diagnostic;

/** All clauses, in the order of their chapters. Immutable. */
public final class Catalogue {
    private static final String FOLDER = "/probity/catalogue/";
    private static final List<String> CHAPTERS = List.of("PTR", "SYM", "RET", "TRN");

    private final Map<String, Clause> clauses;

    private Catalogue(Map<String, Clause> clauses) {
        this.clauses = clauses;
    }

    /**
     * Reads the catalogue from the class path.
     *
     * @throws CatalogueException if it is not well formed; names every problem
     */
    public static Catalogue load() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String chapter : CHAPTERS) {
            String file = chapter.toLowerCase(Locale.ROOT) + ".yaml";
            texts.put(file, resource(FOLDER + file));
        }
        return read(texts);
    }

    /** Reads a catalogue from YAML texts by file name. */
    static Catalogue read(Map<String, String> texts) {
        List<String> problems = new ArrayList<>();
        Map<String, Clause> clauses = new LinkedHashMap<>();
        texts.forEach(
                (file, text) -> {
                    for (Clause clause : new ChapterReader(file, problems).read(text)) {
                        if (clauses.putIfAbsent(clause.id(), clause) != null) {
                            problems.add(file + ": clause " + clause.id() + " is defined twice.");
                        }
                    }
                });
        if (!problems.isEmpty()) {
            throw new CatalogueException(
                    new Diagnostic(
                            "catalogue-invalid",
                            "The clause catalogue is not well formed.",
                            problems,
                            "Every clause needs the keys " + ChapterReader.REQUIRED + "."));
        }
        return new Catalogue(clauses);
    }

    /** All clauses. */
    public List<Clause> clauses() {
        return List.copyOf(clauses.values());
    }

    /** The clause of this id, if there is one. */
    public Optional<Clause> find(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /** The chapters that have clauses, in order. */
    public List<String> chapters() {
        return clauses.values().stream().map(Clause::chapter).distinct().toList();
    }

    private static String resource(String path) {
        try (InputStream in = Catalogue.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new CatalogueException(
                        new Diagnostic(
                                "catalogue-missing",
                                "The class path has no catalogue file " + path + ".",
                                List.of(),
                                "It comes with the artifact probity-features."));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
