/**
 * The type information of a kernel, as {@code /sys/kernel/btf/vmlinux} holds it: what its functions
 * take and return, and where the members of its structs are. The format is described in the
 * kernel's {@code Documentation/bpf/btf.rst}.
 */
package probity.linux.btf;
