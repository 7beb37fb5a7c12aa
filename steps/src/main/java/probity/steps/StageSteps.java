package probity.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import probity.judge.Check;
import probity.judge.Difference;
import probity.run.Trial;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Limits;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;

/** What attach answers at which stage. */
public class StageSteps {
    private static final Set<String> NOT_SUPPORTED = Set.of("EOPNOTSUPP", "ENOTSUPP");

    private final Trial trial;
    private final Requests requests;
    private final TargetFinder finder;

    /** Steps with these requests. */
    public StageSteps(Trial trial, Requests requests) {
        this.trial = trial;
        this.requests = requests;
        this.finder = new TargetFinder(trial);
    }

    /** Whatever the candidate offers: the request is made. */
    @When("{probe} is attached to {targets}, capturing at {sides}")
    public void attach(ProbeRef ref, TargetPhrase targets, List<Side> sides) {
        Probe probe = Probe.of(ref.name(), ref.kind(), finder.one(targets).name());
        Action capture = new Action.Capture("capture");
        probe = sides.contains(Side.ENTRY) ? probe.onEntry(capture) : probe;
        requests.make(sides.contains(Side.EXIT) ? probe.onExit(capture) : probe);
    }

    /** A request that is refused whatever the stage. */
    @When("{probe} is attached to no function")
    public void attachToNothing(ProbeRef ref) {
        requests.make(Probe.of(ref.name(), ref.kind()).onExit(new Action.Capture("capture")));
    }

    /** SYM-07. */
    @When("an fprobe asks for {int} bytes of data more than the limit")
    public void tooMuchData(int more) {
        Limits limits = trial.description().limits();
        if (!trial.description().can(Capability.ENTRY_DATA)) {
            throw trial.unsupported("The candidate has no entry data.", Capability.ENTRY_DATA);
        }
        String leaf = finder.one(new TargetPhrase("the LEAF target")).name();
        requests.make(
                Probe.of("A", ProbeKind.FPROBE, leaf)
                        .onEntry(new Action.Capture("capture"))
                        .onExit(new Action.Capture("capture"))
                        .withData(limits.entryData() + more));
    }

    /** SYM-07, RET-10. */
    @Then("it is refused")
    public void refused() {
        requests.answered(
                answer -> answer instanceof Refused ? "" : "refused", Check.ATTACH_REFUSED);
    }

    /** RET-07. */
    @Then("it is refused as not supported")
    public void refusedAsNotSupported() {
        requests.answered(
                answer ->
                        answer instanceof Refused refused && NOT_SUPPORTED.contains(refused.errno())
                                ? ""
                                : "refused with EOPNOTSUPP",
                Check.ATTACH_REFUSED);
    }

    /** RET-07, RET-10: refused before anything is touched. */
    @Then("the bytes of {targets} are those of before")
    public void notPatched(TargetPhrase targets) {
        requests.holds(requests.patched(finder.one(targets)), 1);
    }

    /** RET-01. */
    @Then("it is accepted at stages 0 to 2, and refused at stage 3")
    public void kretprobeByStage() {
        boolean there = trial.description().stage() != Stage.REMOVED;
        requests.answered(
                answer ->
                        answer instanceof Attached == there
                                ? ""
                                : (there ? "accepted" : "refused") + " at " + stage(),
                Check.STAGE);
        declared(ProbeKind.KRETPROBE, there, "a register set");
    }

    /** RET-01: at stage 0 a return hook may exist, but none that delivers the light set. */
    @Then("it is accepted from stage 1 on, and delivers no light set at stage 0")
    public void fprobeExitByStage() {
        if (trial.description().stage() != Stage.LEGACY) {
            requests.answered(
                    answer -> answer instanceof Attached ? "" : "accepted at " + stage(),
                    Check.STAGE);
            declared(ProbeKind.FPROBE, true, "a register set");
        } else {
            declared(ProbeKind.FPROBE, false, "a light set");
            requests.answered(this::legacyExit, Check.STAGE);
        }
    }

    private String legacyExit(AttachResult answer) {
        boolean offered = trial.description().offers(ProbeKind.FPROBE, Side.EXIT);
        return answer instanceof Attached && !offered ? "refused at " + stage() : "";
    }

    /** The declaration of a kind's exit must say what attach answers. */
    private void declared(ProbeKind kind, boolean expected, String what) {
        Description description = trial.description();
        Optional<RegisterSet> set = description.set(kind, Side.EXIT);
        boolean light = description.stage() == Stage.LEGACY && kind == ProbeKind.FPROBE;
        boolean is =
                light ? set.filter(s -> s.kind() == SetKind.LIGHT).isPresent() : set.isPresent();
        List<Difference> found = new ArrayList<>();
        if (is != expected) {
            String exit = "for " + kind.name().toLowerCase(Locale.ROOT) + " at exit";
            found.add(
                    new Difference(
                            Check.STAGE,
                            "in the declared sets at " + stage(),
                            "what is declared " + exit,
                            expected ? what : "no " + what.substring(2),
                            set.map(s -> "a set of kind " + s.kind()).orElse("nothing")));
        }
        requests.holds(found, 1);
    }

    private String stage() {
        return "stage " + trial.description().stage().number();
    }

    /** RET-06. */
    @Then("the first accepted one alone carries a notice that names fprobe")
    public void oneNotice() {
        boolean first = true;
        List<Difference> found = new ArrayList<>();
        for (var request : requests.answers().entrySet()) {
            String expected = first ? "accepted with a notice that names fprobe" : "no notice";
            if (request.getValue() instanceof Attached attached) {
                boolean named =
                        attached.notice()
                                .filter(text -> text.toLowerCase(Locale.ROOT).contains("fprobe"))
                                .isPresent();
                if (first ? !named : attached.notice().isPresent()) {
                    found.add(notice(request.getKey(), expected, attached));
                }
                first = false;
            }
        }
        if (first) {
            String why = "No kretprobe was accepted, so none could carry a notice.";
            throw trial.notObservable(why);
        }
        requests.holds(found, requests.answers().size());
    }

    private static Difference notice(Probe probe, String expected, Attached answer) {
        return new Difference(
                Check.NOTICE,
                "at the request for kretprobe " + probe.name(),
                "the answer",
                expected,
                Requests.text(answer));
    }

    /** RET-07. */
    @When("the symbols are listed")
    public void symbols() {
        if (!trial.description().can(Capability.SEES_SYMBOLS)) {
            throw trial.unsupported(
                    "The candidate's symbols cannot be seen.", Capability.SEES_SYMBOLS);
        }
        requests.instance();
    }

    /** RET-07. */
    @Then("none is that of a kretprobe trampoline")
    public void noTrampoline() {
        Set<String> symbols = requests.instance().symbols();
        List<Difference> found =
                symbols.stream()
                        .filter(name -> name.matches("(?i).*kretprobe.*trampoline.*"))
                        .map(
                                name ->
                                        new Difference(
                                                Check.SYMBOLS_GONE,
                                                "among the symbols at stage 3",
                                                "a kretprobe trampoline",
                                                "gone",
                                                name))
                        .toList();
        requests.holds(found, symbols.size());
    }
}
