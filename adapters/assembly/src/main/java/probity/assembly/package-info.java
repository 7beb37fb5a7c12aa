/**
 * Somebody's trampolines as a candidate: {@code asm:<dir>}.
 *
 * <p>A directory with {@code candidate.properties} and either {@code trampolines.S} or {@code
 * trampolines.elf} is checked completely ({@link probity.assembly.Inspection}), every problem is
 * reported at once, and only then the trampolines run, on the reference's machine under the
 * reference's hook core. {@code docs/trampolines-from-outside.md} is the guide for those who plug
 * theirs in.
 */
package probity.assembly;
