/**
 * Perf events: how they are opened, and what their ring buffers hold. Samples that programs emit
 * come this way, and programs on kprobes and kretprobes are attached this way.
 */
package probity.linux.perf;
