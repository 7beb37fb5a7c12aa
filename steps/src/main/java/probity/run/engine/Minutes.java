package probity.run.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.Evidence;
import probity.report.Ruling;
import probity.report.Subject;
import probity.run.Hearing;
import probity.run.Lane;
import probity.run.Session;
import probity.run.guard.VmEnd;

/**
 * What a run has found so far, reported as it comes, and in the end in the order of the tree,
 * whichever lane was quicker. The run ends once: as it should or, if the virtual machine ends
 * first, with what there is; what comes after that is ignored. Thread safe.
 */
final class Minutes implements AutoCloseable {
    private final RunDescriptor run;
    private final Reporting reporting;
    private final Map<String, List<Ruling>> rulings = new LinkedHashMap<>();
    private final Map<String, Hearing> hearings = new HashMap<>();
    private Proceedings proceedings = new Proceedings();
    private final LastWord lastWord;
    private boolean over;
    private boolean said;

    /** Begins, and reports in a directory. */
    Minutes(RunDescriptor run, Path results) {
        this.run = run;
        reporting =
                new Reporting(
                        results,
                        run.session().map(Session::clauses).orElse(List.of()),
                        run.entries());
        lastWord = new LastWord(this::atVmEnd);
    }

    /**
     * A candidate's hearing begins.
     *
     * @param now what goes on on its lanes, if there are several
     */
    synchronized void begin(String address, Hearing hearing, Proceedings now) {
        hearings.put(address, hearing);
        proceedings = now;
        rulings.put(address, new ArrayList<>());
    }

    /** Something was ruled on. */
    synchronized void ruled(String address, Ruling ruling) {
        if (!over) {
            reporting.ruled(address, ruling);
            rulings.computeIfAbsent(address, key -> new ArrayList<>()).add(ruling.kept());
        }
    }

    /** All that was asked for was ruled on. */
    synchronized void end() {
        if (!over) {
            finish(Optional.empty());
        }
    }

    private void finish(Optional<String> brokenOff) {
        over = true;
        List<CandidateReport> found = new ArrayList<>();
        Map<String, Integer> places = places();
        rulings.forEach((address, all) -> found.add(candidate(address, sorted(all, places))));
        reporting.finish(
                run.session()
                        .map(session -> session.report(found, run.leftOut(), brokenOff))
                        .orElseGet(() -> Session.unopened(found)),
                run.session().map(session -> session.recorded(found)).orElse(List.of()));
    }

    /** By the ids of subjects: each candidate's tests have the same order. */
    private Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        run.all(EntryDescriptor.class)
                .forEach(e -> places.putIfAbsent(e.entry().subject().id(), places.size()));
        return places;
    }

    private static List<Ruling> sorted(List<Ruling> all, Map<String, Integer> places) {
        return all.stream()
                .sorted(
                        Comparator.comparing(
                                ruling ->
                                        places.getOrDefault(
                                                ruling.subject().id(), Integer.MAX_VALUE)))
                .toList();
    }

    private CandidateReport candidate(String address, List<Ruling> all) {
        Optional<Hearing> hearing = Optional.ofNullable(hearings.get(address));
        return new CandidateReport(
                address,
                hearing.flatMap(Hearing::declared),
                run.session().map(session -> session.rerun(address)),
                all);
    }

    private synchronized void atVmEnd() {
        if (!over) {
            breakOff(VmEnd.now());
        }
        if (!said) {
            said = true;
            reporting.sayAtVmEnd();
        }
    }

    private void breakOff(VmEnd end) {
        // in this order: what ends between the two is ruled on, and no longer under way
        Map<EntryDescriptor, Lane> onLanes = proceedings.underWay();
        proceedings.unreported().forEach(this::ruledOnce);
        run.all(SetUpDescriptor.class).stream()
                .filter(setUp -> !isRuled(setUp.name(), setUp.ruling().subject()))
                .forEach(setUp -> ruled(setUp.name(), setUp.ruling()));
        List<EntryDescriptor> left =
                run.all(EntryDescriptor.class).stream()
                        .filter(e -> !isRuled(e.address(), e.entry().subject()))
                        .toList();
        if (left.isEmpty()) {
            finish(Optional.of(end.sentence(Optional.empty())));
            return;
        }
        BrokenOff brokenOff = BrokenOff.of(left, onLanes, this::firstLane, end);
        brokenOff
                .underWay()
                .forEach((e, why) -> brokenOff(e, Verdict.UNRESOLVED, why, evidence(end)));
        String before =
                "The run was broken off while " + brokenOff.ended().address() + " was judged.";
        left.stream()
                .filter(next -> !brokenOff.underWay().containsKey(next))
                .forEach(next -> brokenOff(next, Verdict.UNTESTED, before, List.of()));
        finish(Optional.of(brokenOff.why()));
    }

    private void ruledOnce(EntryDescriptor entry, Ruling ruling) {
        if (!isRuled(entry.address(), ruling.subject())) {
            ruled(entry.address(), ruling);
        }
    }

    private Optional<Lane> firstLane(EntryDescriptor entry) {
        return Optional.ofNullable(hearings.get(entry.address()))
                .map(hearing -> hearing.lanes().get(0));
    }

    private boolean isRuled(String address, Subject subject) {
        return rulings.getOrDefault(address, List.of()).stream()
                .anyMatch(ruling -> ruling.subject().equals(subject));
    }

    private static List<Evidence> evidence(VmEnd end) {
        return end.stack().isEmpty()
                ? List.of()
                : List.of(new Evidence("stack of the call", String.join("\n", end.stack())));
    }

    private void brokenOff(
            EntryDescriptor entry, Verdict verdict, String why, List<Evidence> evidence) {
        Session session = run.session().orElseThrow(); // without one there are no entries
        Subject subject = entry.entry().subject();
        ruled(entry.address(), session.brokenOff(entry.address(), subject, verdict, why, evidence));
    }

    /** Says the summary. */
    @Override
    public synchronized void close() {
        lastWord.close();
        if (!said) {
            said = true;
            reporting.say();
        }
    }
}
