package probity.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import probity.judge.Check;
import probity.judge.Difference;
import probity.judge.Findings;
import probity.judge.ReleaseLine;
import probity.run.Trial;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Role;
import probity.spi.Stage;

/** The stages along a release line (RET-08). */
public class ReleaseSteps {
    private final Trial trial;
    private final Map<Trial.Release, AttachResult> line = new LinkedHashMap<>();

    /** Steps of this trial. */
    public ReleaseSteps(Trial trial) {
        this.trial = trial;
    }

    /** A declared stage is only worth what a request shows. */
    @When("a kretprobe is registered with each implementation of the release line")
    public void register() {
        for (Trial.Release release : trial.releaseLine()) {
            try (Instance instance = release.start(Options.defaults())) {
                String leaf =
                        instance.targets().stream()
                                .filter(target -> target.role() == Role.LEAF)
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                trial.untested(
                                                        release.address()
                                                                + " has no target of the role"
                                                                + " LEAF."))
                                .name();
                Probe probe =
                        Probe.of("K", ProbeKind.KRETPROBE, leaf)
                                .onExit(new Action.Capture("capture"));
                line.put(release, instance.attach(probe));
            }
        }
        LineText.of(List.copyOf(line.keySet())).forEach(trial::note);
    }

    /** RET-08. */
    @Then("the line never steps back, and drops kretprobe only without users")
    public void monotonic() {
        holds(declared(Check.RELEASE_LINE).and(answers()));
    }

    /** RET-08, a recommendation. */
    @Then("stage 2 comes before stage 3")
    public void announced() {
        Findings findings = declared(Check.RELEASE_NOTICE);
        if (findings.total() == 0) {
            throw trial.unsupported("The release line does not come to stage 3 from a lower one.");
        }
        holds(findings);
    }

    private Findings declared(Check check) {
        List<Description> descriptions =
                line.keySet().stream().map(Trial.Release::description).toList();
        return ReleaseLine.check(descriptions).of(check);
    }

    /** Each answer is that of the declared stage. */
    private Findings answers() {
        List<Difference> found = new ArrayList<>();
        line.forEach(
                (release, answer) -> {
                    boolean there = release.description().stage() != Stage.REMOVED;
                    if (answer instanceof Attached != there) {
                        found.add(
                                new Difference(
                                        Check.RELEASE_LINE,
                                        "in the release " + release.address(),
                                        "the answer to a kretprobe",
                                        there ? "accepted" : "refused",
                                        answer.toString()));
                    }
                });
        return new Findings(found, Map.of(Check.RELEASE_LINE, line.size()), Map.of());
    }

    private void holds(Findings findings) {
        if (!findings.silent()) {
            throw trial.violated(Violations.of(findings.differences(), findings.total()));
        }
    }
}
