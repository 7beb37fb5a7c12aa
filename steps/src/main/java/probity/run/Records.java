package probity.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import probity.catalogue.Catalogue;
import probity.report.CandidateReport;
import probity.report.matrix.Column;
import probity.report.recorded.BadRecording;
import probity.report.recorded.Recording;
import probity.report.recorded.RecordingFile;
import probity.spi.Description;
import probity.spi.Diagnostic;

/**
 * The recorded results that a run is compared with.
 *
 * @param directory where they are
 * @param files the recordings, by file
 */
record Records(Path directory, Map<Path, Recording> files) {
    Records {
        files = Map.copyOf(files);
    }

    static Records none() {
        return new Records(Path.of(""), Map.of());
    }

    /**
     * Reads the YAML files of a directory.
     *
     * @throws InvalidSettings if one is not well formed, or two are of the same version
     */
    static Records read(Path directory) throws InvalidSettings {
        Map<Path, Recording> files = new LinkedHashMap<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Path file : yaml(directory)) {
            try {
                Recording recording = RecordingFile.read(file);
                files.entrySet().stream()
                        .filter(e -> e.getValue().isOf(recording.name(), recording.version()))
                        .forEach(e -> problems.add(twice(e.getKey(), file)));
                files.put(file, recording);
            } catch (BadRecording e) {
                problems.add(
                        new Diagnostic(
                                "bad-record",
                                e.getMessage(),
                                e.problems(),
                                "A run writes such files itself; what is added by hand is the"
                                        + " finding of each FAIL."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return new Records(directory, files);
    }

    private static List<Path> yaml(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(RecordingFile.SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }

    private static Diagnostic twice(Path one, Path other) {
        return new Diagnostic(
                "recorded-twice",
                "The files '" + one + "' and '" + other + "' record the same version.",
                List.of(),
                "Delete one of them.");
    }

    /** The file that records this version of this candidate. */
    Optional<Path> fileOf(Description description) {
        return files.entrySet().stream()
                .filter(e -> e.getValue().isOf(description.name(), description.version()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What is recorded of this version of this candidate. */
    Optional<Recording> of(Description description) {
        return fileOf(description).map(files::get);
    }

    /** What is recorded of any version of a candidate. */
    List<Recording> ofAnyVersion(String name) {
        return files.values().stream().filter(r -> r.name().equals(name)).toList();
    }

    /** What is recorded of other candidates than these, as columns of a matrix. */
    List<Column> columns(List<CandidateReport> judged, Catalogue catalogue) {
        List<Path> seen =
                judged.stream()
                        .flatMap(candidate -> candidate.description().stream())
                        .flatMap(description -> fileOf(description).stream())
                        .toList();
        return files.keySet().stream()
                .filter(file -> !seen.contains(file))
                .sorted()
                .map(file -> new RecordedColumn(files.get(file), catalogue).from(file))
                .toList();
    }
}
