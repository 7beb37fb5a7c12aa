package probity.linux.bpf.call;

import java.util.Optional;
import probity.linux.abi.Block;

/**
 * A request to bpf(2). To make it, lay out the {@link probity.linux.abi.Parcel} of the attribute in
 * the guest's memory and call {@code bpf(command, address of the parcel, attribute.size())}; then,
 * if there is an output, read that block.
 *
 * @param command the first argument of the system call
 * @param attribute the second argument; its size is the third
 * @param output what the kernel writes to, if there is something to read
 */
public record BpfCall(int command, Block attribute, Optional<Block> output) {
    /** The number of the system call on arm64. */
    public static final int NUMBER = 280;

    static BpfCall of(Command command, Block attribute) {
        return new BpfCall(command.number(), attribute, Optional.empty());
    }

    static BpfCall of(Command command, Block attribute, Block output) {
        return new BpfCall(command.number(), attribute, Optional.of(output));
    }
}
