/**
 * A booted kernel as a candidate. {@link probity.linux.live.Survey} finds out what there is to hook
 * and what is true of it, {@link probity.linux.live.Declaration} says what the kernel is held to,
 * and {@link probity.linux.live.LinuxInstance} runs plans: probes are BPF programs, and calls are
 * made by the kernel's own test run of tracing programs.
 *
 * <p>A test run calls all of {@code bpf_fentry_test1} to {@code 8}, one after the other. A call of
 * the plan means one of them, so hits of the others are left out of what is reported: nobody asked
 * for those calls, and nobody could say what must come of them. What a hit claims to be a hit of is
 * its own function ip, so one that names the wrong function is missing where it is expected, and
 * not hidden.
 */
package probity.linux.live;
