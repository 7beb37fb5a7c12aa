package probity.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.report.Wildcard;
import probity.run.candidates.Misspelling;
import probity.spi.Candidate;
import probity.spi.Diagnostic;

/** Reads the options of a run, strictly: what is misspelt, missing or unknown is an error. */
final class SettingsReader {
    private static final String PREFIX = "probity.";
    private static final String DEFAULT_CANDIDATE = "reference";
    private static final String FROM_FILE = "@";
    private static final int LONGEST_TIMEOUT = 3600;

    private final Map<String, String> properties;
    private final Catalogue catalogue;
    private final Map<String, String> schemes;
    private final List<Diagnostic> problems = new ArrayList<>();

    private SettingsReader(
            Map<String, String> properties, Catalogue catalogue, Map<String, String> schemes) {
        this.properties = properties;
        this.schemes = schemes;
        this.catalogue = catalogue;
    }

    /**
     * Reads the settings.
     *
     * @param properties all properties; those that do not start with {@code probity.} are others'
     * @param schemes the options of the schemes that candidates are addressed by, with what each
     *     means
     * @throws InvalidSettings if anything is wrong with them
     */
    static Settings read(
            Map<String, String> properties, Catalogue catalogue, Map<String, String> schemes)
            throws InvalidSettings {
        SettingsReader reader = new SettingsReader(properties, catalogue, schemes);
        reader.refuseUnknown();
        Optional<Path> lineFile = reader.addressFile(Option.LINE);
        Settings settings =
                new Settings(
                        reader.candidates(),
                        reader.clauses(),
                        reader.classPath(),
                        reader.addresses(Option.LINE, lineFile),
                        lineFile,
                        reader.file(Option.WAIVERS),
                        reader.directory(Option.RECORDS),
                        reader.timeout(),
                        reader.cases(),
                        reader.file(Option.REPLAY),
                        reader.text(Option.CANDIDATE).isPresent());
        if (!reader.problems.isEmpty()) {
            throw new InvalidSettings(reader.problems);
        }
        return settings;
    }

    private void refuseUnknown() {
        List<String> known = new ArrayList<>(Option.properties());
        known.addAll(schemes.keySet());
        for (String name : new TreeSet<>(properties.keySet())) {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                String hint =
                        Misspelling.nearest(name, known)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("");
                problem(
                        "unknown-option",
                        "There is no option '" + name + "'.",
                        Option.help(schemes),
                        hint);
            }
        }
    }

    private List<String> candidates() {
        if (text(Option.CANDIDATE).isEmpty()) {
            return List.of(DEFAULT_CANDIDATE);
        }
        int found = problems.size();
        Optional<Path> file = addressFile(Option.CANDIDATE);
        List<String> addresses = addresses(Option.CANDIDATE, file).stream().distinct().toList();
        if (addresses.isEmpty() && problems.size() == found) {
            problem(
                    "no-candidate",
                    "The option probity.candidate names no candidate.",
                    List.of(),
                    "Leave it out to judge '" + DEFAULT_CANDIDATE + "'.");
        }
        return addresses;
    }

    private List<String> clauses() {
        List<String> patterns = list(Option.CLAUSES);
        List<String> ids = catalogue.clauses().stream().map(Clause::id).toList();
        for (String pattern : patterns) {
            if (ids.stream().noneMatch(id -> Wildcard.matches(pattern, id))) {
                problem(
                        "unknown-clause",
                        "There is no clause '" + pattern + "'.",
                        List.of("known: " + String.join(" ", ids)),
                        "Ids look like " + ids.get(0) + ", patterns like PTR-*.");
            }
        }
        return patterns;
    }

    private List<String> addresses(Option option, Optional<Path> file) {
        if (isFile(option) && file.isEmpty()) {
            return List.of();
        } else if (file.isEmpty()) {
            return list(option);
        }
        try {
            return AddressFile.read(file.get());
        } catch (InvalidSettings e) {
            problems.addAll(e.diagnostics());
            return List.of();
        }
    }

    private boolean isFile(Option option) {
        return text(option).filter(text -> text.startsWith(FROM_FILE)).isPresent();
    }

    private Optional<Path> addressFile(Option option) {
        return isFile(option)
                ? existing(option, text(option).orElseThrow().substring(FROM_FILE.length()))
                : Optional.empty();
    }

    private List<Path> classPath() {
        List<Path> paths = new ArrayList<>();
        String text = text(Option.CANDIDATE_PATH).orElse("");
        for (String element : text.split(File.pathSeparator)) {
            if (!element.isBlank()) {
                existing(Option.CANDIDATE_PATH, element).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private Optional<Path> file(Option option) {
        return text(option).flatMap(name -> existing(option, name));
    }

    private Optional<Path> directory(Option option) {
        Optional<Path> path = file(option);
        if (path.isPresent() && !Files.isDirectory(path.get())) {
            problem(
                    "no-directory",
                    "The option "
                            + option.property()
                            + " names '"
                            + path.get()
                            + "', which is no directory.",
                    List.of(),
                    "It takes a directory; an empty one is a start.");
            return Optional.empty();
        }
        return path;
    }

    private Optional<Path> existing(Option option, String name) {
        try {
            Path path = Path.of(name);
            if (Files.isReadable(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            // no such file either
        }
        problem(
                "missing-file",
                "The option " + option.property() + " names '" + name + "', which is not there.",
                List.of(),
                "A relative name starts at " + Path.of("").toAbsolutePath() + ".");
        return Optional.empty();
    }

    private Optional<Duration> timeout() {
        OptionalInt seconds = number(Option.TIMEOUT, LONGEST_TIMEOUT, "whole seconds");
        return seconds.isPresent()
                ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
                : Optional.empty();
    }

    private OptionalInt cases() {
        return number(Option.CASES, Candidate.MOST_RANDOM_CASES, "a whole number");
    }

    private OptionalInt number(Option option, int most, String what) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number > 0 && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // not a number at all
        }
        problem(
                "bad-number",
                "The option " + option.property() + " is '" + text.get() + "'.",
                List.of(),
                "It takes " + what + " from 1 to " + most + ".");
        return OptionalInt.empty();
    }

    private List<String> list(Option option) {
        return CommaList.read(text(option).orElse(""));
    }

    private Optional<String> text(Option option) {
        return Optional.ofNullable(properties.get(option.property()));
    }

    private void problem(String code, String message, List<String> causes, String hint) {
        problems.add(new Diagnostic(code, message, causes, hint));
    }
}
