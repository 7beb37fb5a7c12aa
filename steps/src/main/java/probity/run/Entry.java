package probity.run;

import probity.report.Subject;

/** Something that can be heard on a candidate: a scenario or a property. Immutable. */
public interface Entry {
    /** What it is. */
    Subject subject();

    /**
     * Runs it once.
     *
     * @param trial the candidate
     * @param steps is told of each step as it ends
     * @throws Throwable whatever ends it early; that of {@link Trial} goes through
     */
    void run(Trial trial, StepListener steps) throws Throwable;
}
