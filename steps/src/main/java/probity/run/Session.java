package probity.run;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Evidence;
import probity.report.ResultsDirectory;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.Subject;
import probity.report.matrix.Column;
import probity.report.recorded.Place;
import probity.run.candidates.Candidates;
import probity.run.guard.TimeLimits;
import probity.run.guard.VmEnd;
import probity.spi.Diagnostic;

/** One run as it was asked for by options: who is judged, by what, within which limits. */
public final class Session {
    private static final String KIT_SKIPPED =
            "Only what was asked for was judged: the kit's own tests and the kill matrix were"
                    + " skipped.";

    private static final String BROKEN_OFF = "BROKEN OFF, and so no statement of conformance: ";

    private final Settings settings;
    private final Catalogue catalogue;
    private final Waivers waivers;
    private final Records records;
    private final Candidates candidates;
    private final Opener opener;
    private final Instant started = Instant.now();

    /** All that could be heard, whatever is chosen. */
    private List<Place> places = List.of();

    private Session(
            Settings settings,
            Catalogue catalogue,
            Waivers waivers,
            Records records,
            Candidates candidates) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.waivers = waivers;
        this.records = records;
        this.candidates = candidates;
        this.opener = new Opener(candidates, this::limits);
    }

    /**
     * Reads the options of a run.
     *
     * @param properties all properties; those that do not start with {@code probity.} are others'
     * @throws InvalidSettings if they ask for what there is not; nothing is run then
     */
    public static Session open(Map<String, String> properties, Catalogue catalogue)
            throws InvalidSettings {
        Map<String, String> schemes = new Candidates(Session.class.getClassLoader()).options();
        Settings settings = SettingsReader.read(properties, catalogue, schemes);
        ClassLoader loader = classLoader(settings.classPath());
        Waivers waivers =
                settings.waivers().isPresent()
                        ? WaiverReader.read(settings.waivers().get(), catalogue)
                        : Waivers.none();
        Records records =
                settings.records().isPresent()
                        ? Records.read(settings.records().get())
                        : Records.none();
        return new Session(settings, catalogue, waivers, records, new Candidates(loader));
    }

    private static ClassLoader classLoader(List<Path> extra) {
        ClassLoader own = Session.class.getClassLoader();
        if (extra.isEmpty()) {
            return own;
        }
        List<URL> urls = new ArrayList<>();
        for (Path path : extra) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("A file has no URL: " + path, e);
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), own);
    }

    private TimeLimits limits(String address) {
        return settings.timeout()
                .map(TimeLimits::ofCall)
                .orElseGet(() -> TimeLimits.defaults().atLeast(candidates.callLimit(address)));
    }

    /** The clauses of the catalogue. */
    public List<Clause> clauses() {
        return catalogue.clauses();
    }

    /**
     * What is to be heard on each candidate, the clauses filtered as asked for.
     *
     * @throws InvalidSettings if nothing is left, or a waiver names a scenario that there is not
     */
    public List<Entry> chosen(List<Entry> all) throws InvalidSettings {
        places = all.stream().map(Entry::subject).map(Place::of).toList();
        waivers.mustMatch(all.stream().map(Entry::subject).toList());
        List<Entry> chosen = all.stream().filter(entry -> chosen(entry.subject())).toList();
        if (chosen.isEmpty()) {
            throw new InvalidSettings(List.of(nothingToJudge()));
        }
        return chosen;
    }

    /** The addresses of the candidates, in the order asked for. */
    public List<String> candidates() {
        return settings.candidates();
    }

    /** Opens a candidate, on which these entries are to be heard. */
    public Docket open(String address, List<Entry> entries) {
        return opener.open(address, entries);
    }

    /** Lets go of the candidate of a docket that has one, which nobody hears. */
    public void letGo(Docket docket) {
        judged(docket).close();
    }

    /**
     * The candidate that {@link #open} is opening, if the virtual machine ends meanwhile: a docket
     * that says so. For any thread.
     */
    public Optional<Docket> openingAtEnd(VmEnd end) {
        return opener.atEnd(end);
    }

    private Diagnostic nothingToJudge() {
        return new Diagnostic(
                "nothing-to-judge",
                settings.clauses().isEmpty()
                        ? "There is no scenario at all."
                        : "No scenario decides " + String.join(", ", settings.clauses()) + ".",
                List.of(),
                settings.clauses().isEmpty()
                        ? "The features are missing from the class path."
                        : "The catalogue says why, under 'untested'.");
    }

    private boolean chosen(Subject subject) {
        if (settings.replay().isPresent() && subject.kind() != Subject.Kind.PROPERTY) {
            return false;
        }
        return settings.clauses().isEmpty() || settings.clauses().stream().anyMatch(subject::isOf);
    }

    /**
     * Opens the hearing of a docket that has a candidate.
     *
     * @param results the directory of the run's results
     */
    public Hearing hearing(Docket docket, Path results) {
        return new Hearing(
                judged(docket),
                Math.min(docket.parallelism(), docket.entries().size()),
                new AddressedLine(candidates, settings.line(), this::limits),
                rules(results));
    }

    private JudgedCandidate judged(Docket docket) {
        return new JudgedCandidate(
                docket.address(), docket.candidate().orElseThrow(), limits(docket.address()));
    }

    private Rules rules(Path results) {
        RecordKeeper keeper =
                comparesWithRecords()
                        ? new RecordKeeper(
                                records, places, results.resolve(ResultsDirectory.RECORDED))
                        : RecordKeeper.none();
        Path cases = results.resolve(RandomCases.FOLDER);
        return new Rules(
                waivers,
                keeper,
                screen(),
                new RandomCases(settings.replay(), settings.cases(), Optional.of(cases)),
                true);
    }

    /** Whether results are compared with recorded ones. */
    public boolean comparesWithRecords() {
        return settings.records().isPresent();
    }

    /** What is recorded of other candidates than these, as columns of a matrix. */
    public List<Column> recorded(List<CandidateReport> judged) {
        return settings.clauses().isEmpty() ? records.columns(judged, catalogue) : List.of();
    }

    private FailureScreen screen() {
        return new FailureScreen(catalogue, command());
    }

    private RerunCommand command() {
        List<String> options = new ArrayList<>();
        if (!settings.classPath().isEmpty()) {
            options.add("-D" + Option.CANDIDATE_PATH.property() + "=" + join(settings.classPath()));
        }
        if (!settings.line().isEmpty()) {
            String line =
                    settings.lineFile()
                            .map(file -> "@" + file)
                            .orElseGet(() -> CommaList.write(settings.line()));
            options.add("-D" + Option.LINE.property() + "=" + line);
        }
        settings.records()
                .ifPresent(path -> options.add("-D" + Option.RECORDS.property() + "=" + path));
        return new RerunCommand(options);
    }

    private static String join(List<Path> paths) {
        return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
    }

    /** The command that judges one candidate again, without the clauses. */
    public String rerun(String address) {
        return command().of(address);
    }

    /** The ruling on what could not be set up. */
    public static Ruling notSetUp(String name, Diagnostic problem) {
        return new Ruling(
                Subject.setUp(name),
                Verdict.UNRESOLVED,
                problem.message(),
                Verdict.UNRESOLVED + ": set-up: " + name + "\n\n" + problem,
                List.of(),
                Instant.now(),
                Duration.ZERO,
                List.of(),
                List.of());
    }

    /**
     * The ruling on what was not judged to its end, because the virtual machine ends.
     *
     * @param verdict UNRESOLVED for what was under way, UNTESTED for what would have come
     * @param why as a sentence
     * @param evidence what there is to see; may be empty
     */
    public Ruling brokenOff(
            String address, Subject subject, Verdict verdict, String why, List<Evidence> evidence) {
        Decision decision = new Decision(verdict, why, Optional.empty());
        return new Ruling(
                subject,
                verdict,
                why,
                screen().render(address, subject, decision, new ArrayList<>()),
                List.of(),
                Instant.now(),
                Duration.ZERO,
                List.of(),
                evidence);
    }

    /**
     * The report of this run.
     *
     * @param reports what was found
     * @param tags if some scenarios were left out by tags: which, as a phrase
     * @param brokenOff if the run did not come to its end: why, as a sentence
     */
    public RunReport report(
            List<CandidateReport> reports, Optional<String> tags, Optional<String> brokenOff) {
        List<String> filters = new ArrayList<>();
        if (!settings.clauses().isEmpty()) {
            filters.add("clauses " + String.join(", ", settings.clauses()));
        }
        settings.replay().ifPresent(file -> filters.add("the random case in " + file));
        tags.ifPresent(filters::add);
        List<String> notes = new ArrayList<>();
        brokenOff.ifPresent(why -> notes.add(BROKEN_OFF + why));
        if (settings.only()) {
            notes.add(KIT_SKIPPED);
        }
        return new RunReport(
                Kit.version(),
                started,
                Duration.between(started, Instant.now()),
                filters.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", filters)),
                notes,
                catalogue.clauses(),
                reports);
    }

    /** The report of a run that could not be opened. */
    public static RunReport unopened(List<CandidateReport> reports) {
        return new RunReport(
                Kit.version(),
                Instant.now(),
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                List.of(),
                reports);
    }
}
