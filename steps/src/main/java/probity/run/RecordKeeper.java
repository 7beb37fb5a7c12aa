package probity.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import probity.judge.Verdict;
import probity.report.Subject;
import probity.report.recorded.Place;
import probity.report.recorded.Recording;
import probity.report.recorded.RecordingFile;
import probity.report.recorded.Result;
import probity.spi.Description;

/**
 * Holds one candidate to what is recorded of it, and writes down what is seen. Belongs to one
 * hearing; on its lanes {@link #keep} may be called by several threads at once.
 *
 * <p>A recorded FAIL is a waiver: the same violation is XFAIL, anything else UPASS. Of a version
 * that has no record yet, violations that are recorded of another version are XFAIL too, and
 * nothing else is expected.
 */
final class RecordKeeper {
    private final Records records;
    private final List<Place> existing;
    private final Path folder;
    private final SortedMap<Place, Result> seen = new ConcurrentSkipListMap<>();

    /**
     * A keeper.
     *
     * @param existing all that could be heard
     * @param folder where to write what was seen
     */
    RecordKeeper(Records records, List<Place> existing, Path folder) {
        this.records = records;
        this.existing = List.copyOf(existing);
        this.folder = folder;
    }

    /** For runs that are compared with nothing. */
    static RecordKeeper none() {
        return new RecordKeeper(Records.none(), List.of(), Path.of(""));
    }

    /**
     * Notes what was decided before waivers, and applies what is recorded if no waiver was.
     *
     * @param waived the decision after waivers
     * @param notes gets the finding of a recorded FAIL
     */
    Decision keep(
            Subject subject,
            Decision decision,
            Decision waived,
            Optional<Description> declared,
            List<String> notes) {
        if (existing.isEmpty()) {
            return waived; // nobody compares
        }
        Place place = Place.of(subject);
        seen.put(place, Result.observed(decision.verdict(), decision.reason()));
        if (declared.isEmpty() || waived.verdict() != decision.verdict()) {
            return waived;
        }
        return waiver(place, decision, declared.get())
                .map(waiver -> waiver.applyTo(decision, notes))
                .orElse(waived);
    }

    private Optional<Waiver> waiver(Place place, Decision decision, Description declared) {
        Optional<Recording> own = records.of(declared);
        return own.isPresent()
                ? failures(List.of(own.get()), place).findFirst()
                : failures(records.ofAnyVersion(declared.name()), place)
                        .filter(waiver -> waiver.foresees(decision))
                        .findFirst();
    }

    private static Stream<Waiver> failures(List<Recording> recordings, Place place) {
        return recordings.stream()
                .flatMap(recording -> Stream.ofNullable(recording.results().get(place)))
                .filter(result -> result.verdict() == Verdict.FAIL)
                .map(result -> Waiver.recorded(place, result));
    }

    /** Decides whether all that was seen is as recorded. */
    Decision compare(Optional<Description> declared) {
        if (declared.isEmpty()) {
            return decision(
                    Verdict.UNTESTED, "The candidate could not be asked which version it is.");
        }
        String who = declared.get().name() + ", version " + declared.get().version();
        Optional<Path> written =
                seen.keySet().containsAll(existing)
                        ? Optional.of(write(declared.get()))
                        : Optional.empty();
        Optional<Recording> own = records.of(declared.get());
        if (own.isEmpty()) {
            String where =
                    written.map(file -> "What was seen is in " + file + ".")
                            .orElse("As not everything was judged, it was not written either.");
            return decision(
                    Verdict.UNTESTED,
                    "There is no record of "
                            + who
                            + " in "
                            + records.directory()
                            + " yet. "
                            + where);
        }
        List<Recording.Change> changes = own.get().changes(seen, existing);
        return changes.isEmpty()
                ? decision(Verdict.PASS, "")
                : changed(who, records.fileOf(declared.get()).orElseThrow(), changes, written);
    }

    private static Decision decision(Verdict verdict, String reason) {
        return new Decision(verdict, reason, Optional.empty());
    }

    private Decision changed(
            String who, Path file, List<Recording.Change> changes, Optional<Path> written) {
        boolean one = changes.size() == 1;
        String hint =
                written.map(
                                now ->
                                        "What changed, and why? Then cp "
                                                + now
                                                + " "
                                                + file
                                                + " and name the finding of each new FAIL.")
                        .orElse("Judge everything to get a new record.");
        Violation violation =
                Violation.of(
                                String.format(
                                        "%d %s of %s %s not as recorded in %s.",
                                        changes.size(),
                                        one ? "result" : "results",
                                        who,
                                        one ? "is" : "are",
                                        file),
                                seen.size(),
                                changes.stream().map(RecordKeeper::line).toList())
                        .withHint(hint);
        return new Decision(Verdict.FAIL, violation.title(), Optional.of(violation));
    }

    private static Violation.Line line(Recording.Change change) {
        return new Violation.Line(
                change.place().toString(), "result", change.recorded(), change.now());
    }

    private Path write(Description declared) {
        Recording now = new Recording(declared.name(), declared.version(), seen);
        List<Recording> known =
                Stream.concat(
                                records.of(declared).stream(),
                                records.ofAnyVersion(declared.name()).stream())
                        .toList();
        for (Recording recording : known) {
            now = now.explainedBy(recording);
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(now.fileName());
            Files.writeString(file, RecordingFile.write(now));
            Path here = Path.of("").toAbsolutePath();
            Path full = file.toAbsolutePath().normalize();
            return full.startsWith(here) ? here.relativize(full) : full;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + now.fileName(), e);
        }
    }
}
