/**
 * Requests to bpf(2): each a command and the {@code union bpf_attr} for it, with whatever the
 * attribute points to. {@link probity.linux.bpf.call.BpfCall} says how to make one.
 */
package probity.linux.bpf.call;
