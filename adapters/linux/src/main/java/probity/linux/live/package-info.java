/**
 * A booted kernel as a candidate. {@link probity.linux.live.Survey} finds out what there is to hook
 * and what is true of it, {@link probity.linux.live.Declaration} says what the kernel is held to,
 * and {@link probity.linux.live.LinuxInstance} runs plans: probes are BPF programs, or events where
 * the kernel attaches none ({@link probity.linux.live.FprobeEvent}), and calls are made by system
 * calls, in the {@link probity.linux.live.Way} that leads to a function.
 *
 * <p>One such call runs several targets: a test run calls all of {@code bpf_fentry_test1} to {@code
 * 8}, an open goes through a whole chain. Each target says so ({@link
 * probity.spi.Target#knownRuns}), and every hit is reported, wherever it was. Hits of other
 * processes than the agent leave no record.
 */
package probity.linux.live;
