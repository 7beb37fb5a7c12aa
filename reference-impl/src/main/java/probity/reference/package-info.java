/**
 * The arm64 reference: real AArch64 trampolines ({@code src/main/asm}) on the emulated machine, and
 * the hook core that they call, the kernel's C part, in Java.
 *
 * <p>Read in this order: {@link probity.reference.Design} (which alternatives there are), {@link
 * probity.reference.Trampolines} and {@link probity.reference.SetLayout} (what trampolines store),
 * {@link probity.reference.Declaration} (what follows from that), {@code EntryRun}, {@code
 * ExitRun}, {@code BreakpointRun} and {@code KretprobeRun} (the four ways into the core), {@code
 * ScriptRun} (what a handler does), {@link probity.reference.Parts} (what can be replaced).
 *
 * <p>{@code Scheduler} puts the calls of a plan on CPUs; {@code ActivationTracker} and {@code
 * TrampolineMonitor} look on from outside, whatever is hooked.
 */
package probity.reference;
