/**
 * A booted kernel: QEMU as a process, the lines to it, its console, its end. One {@link
 * probity.linux.guest.Guest} is one machine; whatever happens to it, {@code close} leaves neither a
 * process nor a file.
 */
package probity.linux.guest;
