package probity.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Target;

/** Probes: attached when a sentence mentions them, unless it says otherwise. */
public class ProbeSteps {
    private final Bench bench;

    /** Steps on this bench. */
    public ProbeSteps(Bench bench) {
        this.bench = bench;
    }

    /** Attaches a probe whose handlers are said in the sentence. */
    @Given("{probe} on {targets} that {handlers}")
    public void probe(ProbeRef probe, TargetPhrase targets, Handlers handlers) {
        bench.attach(probe, all(targets), ProbeOptions.NONE, handlers);
    }

    /** Attaches a probe with entry data, a pool size or cookies. */
    @Given("{probe} on {targets} with {options} that {handlers}")
    public void probe(
            ProbeRef probe, TargetPhrase targets, ProbeOptions options, Handlers handlers) {
        bench.attach(probe, all(targets), options, handlers);
    }

    /** Attaches a probe whose handlers are listed, an action a row. */
    @Given("{probe} on {targets}:")
    public void probe(ProbeRef probe, TargetPhrase targets, DataTable handlers) {
        bench.attach(probe, all(targets), ProbeOptions.NONE, Handlers.parse(handlers.cells()));
    }

    /** Both. */
    @Given("{probe} on {targets} with {options}:")
    public void probe(
            ProbeRef probe, TargetPhrase targets, ProbeOptions options, DataTable handlers) {
        bench.attach(probe, all(targets), options, Handlers.parse(handlers.cells()));
    }

    /** A probe that a later step attaches. */
    @Given("{probe}, not attached yet, on {targets} that {handlers}")
    public void later(ProbeRef probe, TargetPhrase targets, Handlers handlers) {
        bench.prepare(probe, all(targets), ProbeOptions.NONE, handlers);
    }

    /** As many fprobes on one function as are declared to fit. */
    @Given("as many fprobes on {targets} as the limit allows that {handlers}")
    public void asManyAsFit(TargetPhrase targets, Handlers handlers) {
        many(0, targets, handlers);
    }

    /** More fprobes on one function than are declared to fit. */
    @Given("{int} more fprobes on {targets} than the limit allows that {handlers}")
    public void moreThanFit(int more, TargetPhrase targets, Handlers handlers) {
        many(more, targets, handlers);
    }

    private void many(int more, TargetPhrase targets, Handlers handlers) {
        int count = bench.trial().description().limits().probesPerFunction() + more;
        for (int i = 0; i < count; i++) {
            ProbeRef probe = new ProbeRef(ProbeKind.FPROBE, "P" + i);
            bench.attach(probe, all(targets), ProbeOptions.NONE, handlers);
        }
    }

    /** Attaches a prepared or detached probe. */
    @When("{name} is attached")
    public void attach(String name) {
        change(name, Plan.Attach::new);
    }

    /** Detaches a probe. */
    @When("{name} is detached")
    public void detach(String name) {
        change(name, probe -> new Plan.Detach(probe.name()));
    }

    /** Enables a disabled probe. */
    @When("{name} is enabled")
    public void enable(String name) {
        change(name, probe -> new Plan.Enable(probe.name()));
    }

    /** Disables a probe without detaching it. */
    @When("{name} is disabled")
    public void disable(String name) {
        change(name, probe -> new Plan.Disable(probe.name()));
    }

    /** Detaches and attaches, again and again. */
    @When("{name} is detached and attached {int} times")
    public void toAndFro(String name, int times) {
        Collections.nCopies(times, name)
                .forEach(
                        probe -> {
                            detach(probe);
                            attach(probe);
                        });
    }

    private void change(String name, Function<Probe, Plan.Step> step) {
        bench.probes(name).forEach(probe -> bench.step(step.apply(probe)));
    }

    private List<Target> all(TargetPhrase targets) {
        return bench.targets().all(targets);
    }
}
