package probity.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.catalogue.Strength;
import probity.report.Ruling;
import probity.report.Subject;
import probity.report.matrix.Column;
import probity.report.recorded.Place;
import probity.report.recorded.Recording;
import probity.report.recorded.Result;

/** A recording as the column of a matrix. */
final class RecordedColumn {
    private final Recording recording;
    private final Catalogue catalogue;

    RecordedColumn(Recording recording, Catalogue catalogue) {
        this.recording = recording;
        this.catalogue = catalogue;
    }

    Column from(Path file) {
        List<Ruling> rulings = recording.results().entrySet().stream().map(this::ruling).toList();
        String title = recording.name() + " " + recording.version();
        return new Column(title, "recorded in " + file, Optional.empty(), rulings);
    }

    private Ruling ruling(Map.Entry<Place, Result> entry) {
        Result result = entry.getValue();
        return new Ruling(
                subject(entry.getKey()),
                result.verdict(),
                result.reason(),
                "",
                result.finding().isEmpty() ? List.of() : List.of("Finding " + result.finding()),
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                List.of());
    }

    private Subject subject(Place place) {
        List<String> ids = Arrays.asList(place.clause().split(","));
        Optional<Clause> clause = catalogue.find(ids.get(0));
        String chapter = clause.map(Clause::chapter).orElse(place.clause().split("-")[0]);
        boolean wholeChapter = place.clause().equals(chapter);
        return new Subject(
                place.toString(),
                wholeChapter ? Subject.Kind.PROPERTY : Subject.Kind.SCENARIO,
                wholeChapter ? List.of() : ids,
                chapter,
                "",
                place.title(),
                "",
                clause.map(Clause::strength).orElse(Strength.MUST));
    }
}
