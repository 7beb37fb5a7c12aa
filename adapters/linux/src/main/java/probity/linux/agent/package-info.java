/**
 * The agent in a guest as an object: memory to peek and poke, workers, and system calls with their
 * arguments. It needs a byte channel, and knows nothing of QEMU.
 */
package probity.linux.agent;
