package probity.machine;

import java.util.Collection;
import java.util.Optional;

/**
 * The memory of a machine: named regions with permissions, little endian, shared by all CPUs.
 *
 * <p>The public methods are the Java side, the "kernel C": they respect the mapping as a kernel's
 * own loads and stores do, and throw {@link MemoryFault} where nothing is mapped. Only {@link
 * #patch} changes memory that is not writable; it is how text is put in place and modified.
 */
public final class Memory {
    /** The granule of mapping and permissions. */
    public static final int PAGE_SIZE = 4096;

    static final int PAGE_SHIFT = 12;
    static final byte[] ZEROES = new byte[PAGE_SIZE];

    /** Where {@link #mapStack(String, long)} puts stacks: the arm64 kernel's vmalloc area. */
    private static final long STACK_AREA = 0xffff_8000_8000_0000L;

    private final RegionTable regions = new RegionTable();
    private final AddressSpace space = new AddressSpace(regions);
    private final WriteObservers observers = new WriteObservers();
    private long nextStack = STACK_AREA;

    Memory() {}

    static long pageOf(long address) {
        return address & -PAGE_SIZE;
    }

    AddressSpace space() {
        return space;
    }

    WriteObservers observers() {
        return observers;
    }

    // ---- mapping

    /**
     * Maps {@code [base, base + size)}, zero-filled. Without any permission it is a guard: accesses
     * fault as if nothing were mapped, and the message names it.
     *
     * @param base a multiple of {@link #PAGE_SIZE}
     * @param size a positive multiple of {@link #PAGE_SIZE}
     * @throws IllegalArgumentException if it is writable and executable at once, misaligned, or
     *     overlaps a region
     */
    public Region map(String name, long base, long size, Permission... permissions) {
        return regions.map(name, base, size, permissions);
    }

    /** Takes a region away, with its contents. */
    public void unmap(Region region) {
        regions.unmap(region);
        space.forgetPages();
    }

    /** Maps a stack with a guard page below and above it, at an address of the machine's choice. */
    public Stack mapStack(String name, long size) {
        Stack stack = mapStack(name, nextStack + PAGE_SIZE, size);
        nextStack = stack.top() + PAGE_SIZE;
        return stack;
    }

    /** Maps a stack at {@code [base, base + size)}, with a guard page below and above it. */
    public Stack mapStack(String name, long base, long size) {
        map("guard page below " + name, base - PAGE_SIZE, PAGE_SIZE);
        Region region = map(name, base, size, Permission.READ, Permission.WRITE);
        map("guard page above " + name, region.end(), PAGE_SIZE);
        return new Stack(region, base, region.end());
    }

    /** Takes a stack and its guard pages away. */
    public void unmapStack(Stack stack) {
        unmap(regions.find(stack.base() - PAGE_SIZE));
        unmap(stack.region());
        unmap(regions.find(stack.top()));
    }

    /** The region, guard pages included, in which an address lies. */
    public Optional<Region> regionAt(long address) {
        return Optional.ofNullable(regions.find(address));
    }

    /** All regions in the order of their addresses. */
    public Collection<Region> regions() {
        return regions.all();
    }

    // ---- Java side

    /** Reads {@code length} bytes. */
    public byte[] read(long address, int length) {
        byte[] bytes = new byte[length];
        try {
            space.read(address, bytes);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        return bytes;
    }

    /** Writes bytes to writable memory; all of them, or none and a {@link MemoryFault}. */
    public void write(long address, byte[] bytes) {
        try {
            space.write(address, bytes);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(address, bytes.length);
    }

    /** Reads 8 bytes. */
    public long readLong(long address) {
        return load(address, Long.BYTES);
    }

    /** Reads 4 bytes. */
    public int readInt(long address) {
        return (int) load(address, Integer.BYTES);
    }

    /** Writes 8 bytes. */
    public void writeLong(long address, long value) {
        store(address, Long.BYTES, value);
    }

    /** Writes 4 bytes. */
    public void writeInt(long address, int value) {
        store(address, Integer.BYTES, value);
    }

    /**
     * Changes memory whatever its permissions are, and makes every CPU see it: the kernel's text
     * patching, and the way to put text and read-only data in place.
     */
    public void patch(long address, byte[] code) {
        try {
            space.patch(address, code);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(address, code.length);
    }

    // ---- watches

    /** Reports each guest write that touches {@code [from, to)} until the watch is closed. */
    public Watch watch(long from, long to, WriteListener listener) {
        return watch(from, to, false, listener);
    }

    /** The same, Java-side writes and patches included if {@code javaToo}. */
    public Watch watch(long from, long to, boolean javaToo, WriteListener listener) {
        Watch watch = new Watch(observers, from, to, javaToo, listener);
        observers.add(watch);
        return watch;
    }

    /** Whether an address lies in guarded text. */
    boolean guarded(long address) {
        Region region = regions.find(address);
        return region != null && region.allows(Permission.GUARDED);
    }

    /** Makes a CPU look again at the instruction at an address, for a trap. */
    void forgetCode(long address) {
        Region region = regions.find(address);
        if (region != null) {
            region.forgetCode(address, CodePage.WORD);
        }
    }

    private long load(long address, int size) {
        try {
            return space.load(address, size);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
    }

    private void store(long address, int size, long value) {
        try {
            space.store(address, size, value);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(address, size);
    }

    private void written(long address, int size) {
        observers.written(null, Watch.JAVA, address, size);
    }
}
