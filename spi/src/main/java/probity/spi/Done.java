package probity.spi;

/** The step did what it says. */
public record Done() implements StepResult {}
