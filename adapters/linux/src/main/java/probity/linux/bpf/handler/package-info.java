/**
 * Handlers as BPF programs. {@link probity.linux.bpf.handler.HandlerCompiler} turns a probe's
 * scripts into a program that leaves one record a hit in a log, {@link
 * probity.linux.bpf.handler.LogReader} finds the records in the log's bytes, and {@link
 * probity.linux.bpf.handler.EventDecoder} turns each into the event that the judge gets.
 *
 * <p>The log is an array map whose values are slots of equal size. Slot 0 holds the number of hits,
 * which each program counts up atomically; what it got back is the hit's place in the order of all
 * programs on all CPUs, and the slot to write to. The map can be mapped into memory, or read by
 * lookups, on every kernel from 6.1 on.
 */
package probity.linux.bpf.handler;
