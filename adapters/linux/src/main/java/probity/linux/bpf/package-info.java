/**
 * An assembler for BPF, the instruction set of the kernel's programs, as far as handlers need it
 * (RFC 9669). {@link probity.linux.bpf.Assembler} writes, {@link probity.linux.bpf.Program} encodes
 * and prints, in the notation and with the numbering of the kernel's verifier log.
 */
package probity.linux.bpf;
