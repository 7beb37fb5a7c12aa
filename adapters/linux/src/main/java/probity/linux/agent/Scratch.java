package probity.linux.agent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * The memory that one system call points to: what is put here is written to the guest right before
 * the call. The next scratch of the same worker uses the same memory.
 */
public final class Scratch {
    private final Hello.Region region;
    private byte[] content = {};

    Scratch(Hello.Region region) {
        this.region = region;
    }

    /** Puts bytes there, aligned to 8. */
    public long put(byte[] bytes) {
        int at = reserve(bytes.length);
        System.arraycopy(bytes, 0, content, at, bytes.length);
        return region.address() + at;
    }

    /**
     * Puts bytes there that depend on where they lie.
     *
     * @param size how many there are
     * @param content gives them, knowing their address
     */
    public long put(int size, LongFunction<byte[]> content) {
        int at = reserve(size);
        byte[] bytes = content.apply(region.address() + at);
        System.arraycopy(bytes, 0, this.content, at, size);
        return region.address() + at;
    }

    /** Puts a string there, with the zero that ends it. */
    public long text(String text) {
        return put((text + '\0').getBytes(StandardCharsets.UTF_8));
    }

    /** Room for what the call writes, zeroed. */
    public long room(int size) {
        return region.address() + reserve(size);
    }

    long address() {
        return region.address();
    }

    byte[] content() {
        return content.clone();
    }

    private int reserve(int size) {
        int at = content.length;
        long end = at + (size + 7L & -8L);
        if (end > region.size()) {
            throw new IllegalArgumentException(
                    "A system call's arguments take %d bytes; a worker has %d."
                            .formatted(end, region.size()));
        }
        content = Arrays.copyOf(content, (int) end);
        return at;
    }
}
