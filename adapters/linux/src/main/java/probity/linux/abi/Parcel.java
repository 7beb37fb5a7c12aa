package probity.linux.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A block and all that it points to, directly or not, laid out one after the other: one write into
 * guest memory prepares a whole system call. The block itself stands first; each starts at a
 * multiple of 8.
 */
public final class Parcel {
    private final Map<Block, Integer> places = new IdentityHashMap<>();
    private int size;

    private Parcel() {}

    /** The parcel of this block. */
    public static Parcel of(Block root) {
        Parcel parcel = new Parcel();
        parcel.place(root);
        return parcel;
    }

    private void place(Block block) {
        if (places.containsKey(block)) {
            return;
        }
        places.put(block, size);
        size = Math.addExact(size, (block.size() + 7) & -8);
        block.pointers().values().forEach(this::place);
    }

    /** How many bytes of guest memory it takes. */
    public int size() {
        return size;
    }

    /** Where a block starts, from the start of the parcel. */
    public int offsetOf(Block block) {
        Integer place = places.get(block);
        if (place == null) {
            throw new IllegalArgumentException(
                    "A block of " + block.size() + " bytes is not in this parcel.");
        }
        return place;
    }

    /** Its bytes, if it is to lie at this address, which is a multiple of 8. */
    public byte[] at(long address) {
        if ((address & 7) != 0) {
            throw new IllegalArgumentException(
                    "A parcel cannot lie at 0x%x, which is not a multiple of 8."
                            .formatted(address));
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        places.forEach(
                (block, place) -> {
                    bytes.put(place, block.content());
                    block.pointers()
                            .forEach(
                                    (offset, target) ->
                                            bytes.putLong(
                                                    place + offset, address + places.get(target)));
                });
        return bytes.array();
    }
}
