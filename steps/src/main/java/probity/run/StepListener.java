package probity.run;

import probity.report.StepLine;

/** Hears of the steps of a scenario. */
@FunctionalInterface
public interface StepListener {
    /** A step ended, or was not reached. */
    void step(StepLine step);
}
