package probity.spi;

/** The answer to a request: {@link Attached} or {@link Refused}. */
public sealed interface AttachResult extends StepResult permits Attached, Refused {}
