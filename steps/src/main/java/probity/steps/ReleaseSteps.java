package probity.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import probity.judge.Check;
import probity.judge.Difference;
import probity.run.Trial;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Role;
import probity.spi.Stage;

/** The stages along a release line (RET-08). */
public class ReleaseSteps {
    private final Trial trial;
    private final Requests requests;
    private final Map<Trial.Release, AttachResult> line = new LinkedHashMap<>();

    /** Steps of this trial. */
    public ReleaseSteps(Trial trial, Requests requests) {
        this.trial = trial;
        this.requests = requests;
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
    }

    /** RET-08. */
    @Then("the line never steps back, and drops kretprobe only without users")
    public void monotonic() {
        List<Difference> found = new ArrayList<>();
        Trial.Release last = null;
        for (Trial.Release release : line.keySet()) {
            if (last != null && stage(release) < stage(last)) {
                found.add(
                        difference(
                                Check.RELEASE_LINE,
                                release,
                                "the stage",
                                "at least " + stage(last) + ", the stage of " + last.address(),
                                "" + stage(release)));
            }
            users(release, found);
            if (line.get(release) instanceof Attached != stage(release) < gone()) {
                found.add(
                        difference(
                                Check.RELEASE_LINE,
                                release,
                                "the answer to a kretprobe",
                                stage(release) < gone() ? "accepted" : "refused",
                                Requests.text(line.get(release))));
            }
            last = release;
        }
        requests.holds(found, line.size());
    }

    private static void users(Trial.Release release, List<Difference> found) {
        List<String> users = release.description().kretprobeUsers();
        if (stage(release) == gone() && !users.isEmpty()) {
            found.add(
                    difference(
                            Check.RELEASE_LINE,
                            release,
                            "the list of users that still need kretprobe",
                            "empty at stage 3",
                            String.join(", ", users)));
        }
    }

    /** RET-08, a recommendation: each step to stage 3 comes from stage 2. */
    @Then("stage 2 comes before stage 3")
    public void announced() {
        List<Difference> found = new ArrayList<>();
        int steps = 0;
        Trial.Release last = null;
        for (Trial.Release release : line.keySet()) {
            if (last != null && stage(release) == gone() && stage(last) < gone()) {
                steps++;
                if (stage(last) != Stage.MIGRATED.number()) {
                    found.add(
                            difference(
                                    Check.RELEASE_NOTICE,
                                    last,
                                    "the stage before " + release.address(),
                                    "2",
                                    "" + stage(last)));
                }
            }
            last = release;
        }
        if (steps == 0) {
            throw trial.unsupported("The release line does not come to stage 3 from a lower one.");
        }
        requests.holds(found, steps);
    }

    private static int gone() {
        return Stage.REMOVED.number();
    }

    private static int stage(Trial.Release release) {
        return release.description().stage().number();
    }

    private static Difference difference(
            Check check, Trial.Release release, String what, String expected, String actual) {
        return new Difference(check, "in the release " + release.address(), what, expected, actual);
    }
}
