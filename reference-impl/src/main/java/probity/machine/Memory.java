package probity.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    static final VarHandle LONG = view(long[].class);
    static final VarHandle INT = view(int[].class);
    static final VarHandle SHORT = view(short[].class);

    /** Where {@link #mapStack(String, long)} puts stacks: the arm64 kernel's vmalloc area. */
    private static final long STACK_AREA = 0xffff_8000_8000_0000L;

    private final TreeMap<Long, Region> regions = new TreeMap<>(Long::compareUnsigned);
    private final PageCache readCache = new PageCache();
    private final PageCache writeCache = new PageCache();
    private final List<Reservation> reservations = new ArrayList<>();
    private Watch[] watches = {};
    private long nextStack = STACK_AREA;

    /** Whether writes have to be reported to {@link #written}: watches or armed reservations. */
    private boolean observed;

    Memory() {}

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    static long pageOf(long address) {
        return address & -PAGE_SIZE;
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
        Set<Permission> set = Region.permissionSet(name, permissions);
        boolean aligned = (base | size) % PAGE_SIZE == 0;
        if (!aligned || size <= 0 || Long.compareUnsigned(base + size, base) <= 0) {
            throw new IllegalArgumentException(
                    "The region '%s' at 0x%x of 0x%x bytes has to begin and end at multiples of 0x%x inside the address space."
                            .formatted(name, base, size, PAGE_SIZE));
        }
        Map.Entry<Long, Region> below = regions.lowerEntry(base + size);
        if (below != null && Long.compareUnsigned(below.getValue().end(), base) > 0) {
            throw new IllegalArgumentException(
                    "The region '%s' at 0x%x of 0x%x bytes overlaps the region %s."
                            .formatted(name, base, size, below.getValue()));
        }
        Region region = new Region(name, base, size, set);
        regions.put(base, region);
        return region;
    }

    /** Takes a region away, with its contents. */
    public void unmap(Region region) {
        if (!regions.remove(region.base(), region)) {
            throw new IllegalArgumentException("The region %s is not mapped.".formatted(region));
        }
        region.retireCode();
        readCache.clear();
        writeCache.clear();
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
        unmap(regions.get(stack.base() - PAGE_SIZE));
        unmap(stack.region());
        unmap(regions.get(stack.top()));
    }

    /** The region, guard pages included, in which an address lies. */
    public Optional<Region> regionAt(long address) {
        return Optional.ofNullable(find(address));
    }

    /** All regions in the order of their addresses. */
    public Collection<Region> regions() {
        return Collections.unmodifiableCollection(regions.values());
    }

    // ---- Java side

    /** Reads {@code length} bytes. */
    public byte[] read(long address, int length) {
        byte[] bytes = new byte[length];
        try {
            copy(address, bytes, false, this::readablePage);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        return bytes;
    }

    /** Writes bytes to writable memory; all of them, or none and a {@link MemoryFault}. */
    public void write(long address, byte[] bytes) {
        try {
            checkWritable(address, bytes.length);
            copy(address, bytes, true, this::writablePage);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(null, address, bytes.length);
    }

    /** Reads 8 bytes. */
    public long readLong(long address) {
        try {
            return load64(address);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
    }

    /** Reads 4 bytes. */
    public int readInt(long address) {
        try {
            return load32(address);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
    }

    /** Reads 2 bytes. */
    public short readShort(long address) {
        try {
            return (short) load16(address);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
    }

    /** Reads a byte. */
    public byte readByte(long address) {
        try {
            return (byte) load8(address);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
    }

    /** Writes 8 bytes. */
    public void writeLong(long address, long value) {
        try {
            store64(address, value);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(null, address, Long.BYTES);
    }

    /** Writes 4 bytes. */
    public void writeInt(long address, int value) {
        try {
            store32(address, value);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(null, address, Integer.BYTES);
    }

    /** Writes 2 bytes. */
    public void writeShort(long address, short value) {
        try {
            store16(address, value);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(null, address, Short.BYTES);
    }

    /** Writes a byte. */
    public void writeByte(long address, byte value) {
        try {
            store8(address, value);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        written(null, address, Byte.BYTES);
    }

    /**
     * Changes memory whatever its permissions are, and makes every CPU see it: the kernel's text
     * patching, and the way to put text and read-only data in place.
     */
    public void patch(long address, byte[] code) {
        try {
            copy(address, code, true, this::mappedPage);
        } catch (GuestFault fault) {
            throw new MemoryFault(fault);
        }
        forgetCode(address, code.length);
        written(null, address, code.length);
    }

    // ---- watches

    /** Reports each guest write that touches {@code [from, to)} until the watch is closed. */
    public Watch watch(long from, long to, WriteListener listener) {
        return watch(from, to, false, listener);
    }

    /** The same, Java-side writes and patches included if {@code javaToo}. */
    public Watch watch(long from, long to, boolean javaToo, WriteListener listener) {
        Watch watch = new Watch(this, from, to, javaToo, listener);
        List<Watch> all = new ArrayList<>(List.of(watches));
        all.add(watch);
        watches = all.toArray(Watch[]::new);
        updateObserved();
        return watch;
    }

    void unwatch(Watch watch) {
        List<Watch> all = new ArrayList<>(List.of(watches));
        all.remove(watch);
        watches = all.toArray(Watch[]::new);
        updateObserved();
    }

    // ---- exclusives

    Reservation newReservation() {
        Reservation reservation = new Reservation(this);
        reservations.add(reservation);
        return reservation;
    }

    void updateObserved() {
        observed = watches.length > 0 || reservations.stream().anyMatch(Reservation::armed);
    }

    /** To be called after each write; by a CPU, or with null by the Java side. */
    void written(Cpu cpu, long address, int size) {
        if (!observed) {
            return;
        }
        for (Reservation reservation : reservations) {
            if (cpu == null || reservation != cpu.reservation) {
                reservation.clearIfTouched(address, size);
            }
        }
        for (Watch watch : watches) {
            watch.report(cpu == null ? Watch.JAVA : cpu.pc, address, size);
        }
    }

    // ---- guest side: faults are GuestFault

    long load64(long a) {
        byte[] page = readCache.page(a, Long.BYTES);
        if (page == null) {
            page = readable(a, Long.BYTES);
            if (page == null) {
                return load32(a) & 0xffff_ffffL | (long) load32(a + 4) << 32;
            }
        }
        return (long) LONG.get(page, offset(a));
    }

    int load32(long a) {
        byte[] page = readCache.page(a, Integer.BYTES);
        if (page == null) {
            page = readable(a, Integer.BYTES);
            if (page == null) {
                return load16(a) | load16(a + 2) << 16;
            }
        }
        return (int) INT.get(page, offset(a));
    }

    /** Zero-extended. */
    int load16(long a) {
        byte[] page = readCache.page(a, Short.BYTES);
        if (page == null) {
            page = readable(a, Short.BYTES);
            if (page == null) {
                return load8(a) | load8(a + 1) << 8;
            }
        }
        return (short) SHORT.get(page, offset(a)) & 0xffff;
    }

    /** Zero-extended. */
    int load8(long a) {
        byte[] page = readCache.page(a, Byte.BYTES);
        if (page == null) {
            page = readable(a, Byte.BYTES);
        }
        return page[offset(a)] & 0xff;
    }

    void store64(long a, long value) {
        byte[] page = writeCache.page(a, Long.BYTES);
        if (page == null) {
            page = writable(a, Long.BYTES);
            if (page == null) {
                store32(a, (int) value);
                store32(a + 4, (int) (value >>> 32));
                return;
            }
        }
        LONG.set(page, offset(a), value);
    }

    void store32(long a, int value) {
        byte[] page = writeCache.page(a, Integer.BYTES);
        if (page == null) {
            page = writable(a, Integer.BYTES);
            if (page == null) {
                store16(a, value);
                store16(a + 2, value >>> 16);
                return;
            }
        }
        INT.set(page, offset(a), value);
    }

    void store16(long a, int value) {
        byte[] page = writeCache.page(a, Short.BYTES);
        if (page == null) {
            page = writable(a, Short.BYTES);
            if (page == null) {
                store8(a, value);
                store8(a + 1, value >>> 8);
                return;
            }
        }
        SHORT.set(page, offset(a), (short) value);
    }

    void store8(long a, int value) {
        byte[] page = writeCache.page(a, Byte.BYTES);
        if (page == null) {
            page = writable(a, Byte.BYTES);
        }
        page[offset(a)] = (byte) value;
    }

    /** Faults unless all of it can be written; an access that spans pages must not stop halfway. */
    void checkWritable(long address, int size) {
        if (writeCache.page(address, size) != null) {
            return;
        }
        for (long page = pageOf(address); page - address < size; page += PAGE_SIZE) {
            long first = page - address < 0 ? address : page;
            require(first, address, size, Permission.WRITE);
        }
    }

    void checkReadable(long address, int size) {
        if (readCache.page(address, size) != null) {
            return;
        }
        for (long page = pageOf(address); page - address < size; page += PAGE_SIZE) {
            long first = page - address < 0 ? address : page;
            require(first, address, size, Permission.READ);
        }
    }

    /** The decoded page to execute at {@code pc}. */
    CodePage fetch(long pc) {
        return require(pc, pc, CodePage.WORD, Permission.EXECUTE).code(pc);
    }

    /** Whether an address lies in guarded text. */
    boolean guarded(long address) {
        Region region = find(address);
        return region != null && region.allows(Permission.GUARDED);
    }

    /** Drops the decoded instructions of a range, so that they are looked at again. */
    void forgetCode(long address, int length) {
        for (long page = pageOf(address); page - address < length; page += PAGE_SIZE) {
            Region region = find(page);
            if (region != null) {
                long first = page - address < 0 ? address : page;
                long end = Math.min(page + PAGE_SIZE - first, address + length - first);
                region.forgetCode(first, end);
            }
        }
    }

    // ---- lookup

    private static int offset(long address) {
        return (int) address & (PAGE_SIZE - 1);
    }

    /** The page for a load that missed the cache; null if the load spans two readable pages. */
    private byte[] readable(long address, int size) {
        if (offset(address) > PAGE_SIZE - size) {
            checkReadable(address, size);
            return null;
        }
        return readCache.fill(
                address, require(address, address, size, Permission.READ).readable(address));
    }

    private byte[] writable(long address, int size) {
        if (offset(address) > PAGE_SIZE - size) {
            checkWritable(address, size);
            return null;
        }
        return cachedForWriting(address, require(address, address, size, Permission.WRITE));
    }

    private byte[] cachedForWriting(long address, Region region) {
        byte[] page = region.writable(address);
        readCache.drop(address); // it may still point to the page of zeroes
        return writeCache.fill(address, page);
    }

    private interface PageLookup {
        byte[] page(long address, long start, int size);
    }

    private byte[] readablePage(long at, long start, int size) {
        return require(at, start, size, Permission.READ).readable(at);
    }

    private byte[] writablePage(long at, long start, int size) {
        return cachedForWriting(at, require(at, start, size, Permission.WRITE));
    }

    private byte[] mappedPage(long at, long start, int size) {
        Region region = find(at);
        if (region == null || region.isGuard()) {
            throw fault(FaultKind.DATA_WRITE, "patch", at, start, size, region);
        }
        readCache.drop(at);
        return region.writable(at);
    }

    private void copy(long address, byte[] bytes, boolean toGuest, PageLookup lookup) {
        int done = 0;
        while (done < bytes.length) {
            long at = address + done;
            byte[] page = lookup.page(at, address, bytes.length);
            int count = Math.min(bytes.length - done, PAGE_SIZE - offset(at));
            if (toGuest) {
                System.arraycopy(bytes, done, page, offset(at), count);
            } else {
                System.arraycopy(page, offset(at), bytes, done, count);
            }
            done += count;
        }
    }

    private Region find(long address) {
        Map.Entry<Long, Region> entry = regions.floorEntry(address);
        return entry != null && entry.getValue().contains(address) ? entry.getValue() : null;
    }

    /** The region of {@code at}, a byte of the access of {@code size} bytes at {@code start}. */
    private Region require(long at, long start, int size, Permission permission) {
        Region region = find(at);
        if (region != null && region.allows(permission)) {
            return region;
        }
        boolean mapped = region != null && !region.isGuard();
        switch (permission) {
            case READ:
                throw fault(
                        mapped ? FaultKind.READ_PERMISSION : FaultKind.DATA_READ,
                        "load",
                        at,
                        start,
                        size,
                        region);
            case WRITE:
                throw fault(
                        mapped ? FaultKind.WRITE_PERMISSION : FaultKind.DATA_WRITE,
                        "store",
                        at,
                        start,
                        size,
                        region);
            default:
                throw fault(
                        mapped ? FaultKind.EXECUTE_PERMISSION : FaultKind.INSTRUCTION_FETCH,
                        "fetch",
                        at,
                        start,
                        size,
                        region);
        }
    }

    private static GuestFault fault(
            FaultKind kind, String access, long at, long start, int size, Region region) {
        String where =
                region == null ? "hits no mapped memory" : "is not allowed by the region " + region;
        return new GuestFault(
                kind, at, "A %s of %d bytes at 0x%x %s".formatted(access, size, start, where));
    }
}
