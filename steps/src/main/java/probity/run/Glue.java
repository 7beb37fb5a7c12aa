package probity.run;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Clock;
import java.util.UUID;

/**
 * The step definitions, loaded once, and the Cucumber runner that plays scenarios with them. For
 * one thread, one scenario at a time.
 */
final class Glue {
    private final TrialObjectFactory objects = new TrialObjectFactory();
    private final Runner runner;
    private StepListener listener;
    private Throwable thrown;

    Glue(RuntimeOptions options, ClassLoader loader) {
        TimeServiceEventBus bus = new TimeServiceEventBus(Clock.systemUTC(), UUID::randomUUID);
        bus.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        bus.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
        runner =
                new Runner(
                        bus,
                        new BackendServiceLoader(() -> loader, () -> objects).get(),
                        objects,
                        options);
    }

    /** Plays a scenario; throws what ended it early. */
    void play(Pickle pickle, Trial trial, StepListener steps) throws Throwable {
        objects.serve(trial);
        listener = steps;
        thrown = null;
        runner.runPickle(pickle);
        if (thrown != null) {
            throw thrown;
        }
    }

    private void stepFinished(TestStepFinished event) {
        Result result = event.getResult();
        keep(result);
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            if (result.getStatus() == Status.UNDEFINED && thrown == null) {
                String text = step.getStep().getText();
                thrown = new IllegalStateException("No step definition fits '" + text + "'.");
            }
            listener.step(StepLines.of(step, event.getInstant(), result));
        } else if (event.getTestStep() instanceof HookTestStep hook
                && result.getStatus() == Status.FAILED) {
            listener.step(StepLines.of(hook, event.getInstant(), result));
        }
    }

    private void caseFinished(TestCaseFinished event) {
        Result result = event.getResult();
        keep(result);
        if (thrown == null && result.getStatus() != Status.PASSED) {
            thrown =
                    new IllegalStateException(
                            "Cucumber ended the scenario as " + result.getStatus() + ".");
        }
    }

    /** The first exception counts: it ended the scenario. */
    private void keep(Result result) {
        if (thrown == null) {
            thrown = result.getError();
        }
    }
}
