package probity.linux.bpf.handler;

import probity.spi.Side;

/**
 * Something in a probe that no BPF program can do.
 *
 * @param side whose script asks for it
 * @param label the action's label, or its kind where it has none; empty if it is the script itself
 * @param reason a full sentence
 */
public record Inexpressible(Side side, String label, String reason) {}
