package probity.spi;

/** What came of one step of a plan. */
public sealed interface StepResult permits AttachResult, CallResult, Done, Walk {}
