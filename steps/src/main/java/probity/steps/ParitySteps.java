package probity.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import probity.judge.Check;
import probity.judge.Difference;
import probity.judge.Judgement;
import probity.spi.Counts;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.Result;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.Word;

/** RET-05: the same calls, first under a kretprobe, then under an fprobe with the same handlers. */
public class ParitySteps {
    private static final String NAME = "K";

    private final Bench bench;

    /** Steps on this bench. */
    public ParitySteps(Bench bench) {
        this.bench = bench;
    }

    /** What the kretprobe does; at stage 3 the fprobe does it alone. */
    @Given("a kretprobe on {targets} with {options}:")
    public void kretprobe(TargetPhrase targets, ProbeOptions options, DataTable handlers) {
        bench.attach(
                new ProbeRef(ProbeKind.KRETPROBE, NAME),
                bench.targets().all(targets),
                options,
                Handlers.parse(handlers.cells()));
    }

    /** Said for the reader; the comparison runs both. */
    @When("the same is done with an fprobe in its place")
    public void fprobe() {
        bench.probes(NAME);
    }

    /** Each is right by itself, and both are equal where results have a width and counts a sum. */
    @Then("both give the same result, return address, entry data and missed count")
    public void same() {
        Judgement fprobe = bench.judge(as(ProbeKind.FPROBE));
        right(fprobe);
        if (bench.trial().description().stage() != Stage.REMOVED) {
            Judgement kretprobe = bench.judgement();
            right(kretprobe);
            compare(kretprobe, fprobe);
        }
    }

    private Plan as(ProbeKind kind) {
        List<Plan.Step> steps = new ArrayList<>(bench.plan().steps());
        steps.replaceAll(
                step ->
                        step instanceof Plan.Attach attach
                                ? new Plan.Attach(attach.probe().withKind(kind))
                                : step);
        return new Plan(steps);
    }

    private void right(Judgement judgement) {
        new Claim(bench.trial(), judgement)
                .holds(Check.EXIT_FIELDS, Check.RETURN_IP, Check.ENTRY_DATA, Check.RESULTS);
    }

    private void compare(Judgement kretprobe, Judgement fprobe) {
        List<Event> old = exits(kretprobe.actual());
        List<Event> young = exits(fprobe.actual());
        Differences found = new Differences();
        found.compare("all exits", "their number", old.size(), young.size());
        for (int i = 0; i < Math.min(old.size(), young.size()); i++) {
            compare(found, old.get(i), young.get(i));
        }
        found.compare(
                "after all calls",
                "the missed count",
                missed(kretprobe.counts().get(NAME)),
                missed(fprobe.counts().get(NAME)));
        new Claim(bench.trial(), fprobe).holds(found.list, found.compared);
    }

    private void compare(Differences found, Event old, Event young) {
        String where = "at the exit of " + old.function() + " (event " + old.sequence() + ")";
        for (Result result : bench.targets().named(old.function()).results()) {
            Function<Event, Object> value = event -> value(event, result);
            found.compare(where, result.register(), value.apply(old), value.apply(young));
        }
        found.compare(where, "the return address", returnAddress(old), returnAddress(young));
        found.compare(where, "the entry data", data(old), data(young));
    }

    private static List<Event> exits(Execution execution) {
        return execution.events().stream().filter(event -> event.side() == Side.EXIT).toList();
    }

    private static Object value(Event event, Result result) {
        return captured(event)
                .flatMap(seen -> seen.registers().find(result.register()))
                .map(word -> word.truncate(result.bits()));
    }

    private static Object returnAddress(Event event) {
        return captured(event).flatMap(seen -> seen.registers().find("pc")).map(Word::toString);
    }

    private static java.util.Optional<Observation.Captured> captured(Event event) {
        return event.observations().stream()
                .filter(Observation.Captured.class::isInstance)
                .map(Observation.Captured.class::cast)
                .findFirst();
    }

    private static Object data(Event event) {
        return event.observations().stream()
                .filter(Observation.Loaded.class::isInstance)
                .map(seen -> ((Observation.Loaded) seen).data())
                .toList();
    }

    /** Which of the two counts takes a miss is the implementation's affair. */
    private static Object missed(Counts counts) {
        OptionalLong entries = counts.entriesMissed();
        OptionalLong exits = counts.exitsMissed();
        return entries.isPresent() || exits.isPresent()
                ? entries.orElse(0) + exits.orElse(0)
                : "unknown";
    }

    /** Collects what differs between the two. */
    private static final class Differences {
        private final List<Difference> list = new ArrayList<>();
        private int compared;

        void compare(String where, String subject, Object old, Object young) {
            compared++;
            if (!old.equals(young)) {
                list.add(
                        new Difference(
                                Check.PARITY,
                                where,
                                subject,
                                old + ", as with the kretprobe",
                                young + " with the fprobe"));
            }
        }
    }
}
