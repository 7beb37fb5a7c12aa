package probity.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Loads, stores and fetches of the guest. What the mapping does not allow is a GuestFault. */
final class AddressSpace {
    private static final int CODE_SLOTS = 16;

    static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle SHORT = view(short[].class);

    private final RegionTable regions;
    private final PageCache readCache = new PageCache();
    private final PageCache writeCache = new PageCache();
    private final CodePage[] codeCache = new CodePage[CODE_SLOTS];

    AddressSpace(RegionTable regions) {
        this.regions = regions;
        forgetPages();
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /** To be called when a region has gone. */
    void forgetPages() {
        readCache.clear();
        writeCache.clear();
        Arrays.fill(codeCache, CodePage.NONE);
    }

    /** Zero-extended load of 1, 2, 4 or 8 bytes. */
    long load(long address, int size) {
        switch (size) {
            case 1:
                return load8(address);
            case 2:
                return load16(address);
            case 4:
                return load32(address) & 0xffff_ffffL;
            default:
                return load64(address);
        }
    }

    /** Store of the low 1, 2, 4 or 8 bytes. */
    void store(long address, int size, long value) {
        switch (size) {
            case 1:
                store8(address, (int) value);
                break;
            case 2:
                store16(address, (int) value);
                break;
            case 4:
                store32(address, (int) value);
                break;
            default:
                store64(address, value);
        }
    }

    long load64(long address) {
        byte[] page = readablePage(address, Long.BYTES);
        return page == null
                ? load32(address) & 0xffff_ffffL | (long) load32(address + 4) << 32
                : (long) LONG.get(page, offset(address));
    }

    int load32(long address) {
        byte[] page = readablePage(address, Integer.BYTES);
        return page == null
                ? load16(address) | load16(address + 2) << 16
                : (int) INT.get(page, offset(address));
    }

    private int load16(long address) {
        byte[] page = readablePage(address, Short.BYTES);
        return page == null
                ? load8(address) | load8(address + 1) << 8
                : (short) SHORT.get(page, offset(address)) & 0xffff;
    }

    private int load8(long address) {
        return readablePage(address, Byte.BYTES)[offset(address)] & 0xff;
    }

    void store64(long address, long value) {
        byte[] page = writablePage(address, Long.BYTES);
        if (page == null) {
            store32(address, (int) value);
            store32(address + 4, (int) (value >>> 32));
        } else {
            LONG.set(page, offset(address), value);
        }
    }

    void store32(long address, int value) {
        byte[] page = writablePage(address, Integer.BYTES);
        if (page == null) {
            store16(address, value);
            store16(address + 2, value >>> 16);
        } else {
            INT.set(page, offset(address), value);
        }
    }

    private void store16(long address, int value) {
        byte[] page = writablePage(address, Short.BYTES);
        if (page == null) {
            store8(address, value);
            store8(address + 1, value >>> 8);
        } else {
            SHORT.set(page, offset(address), (short) value);
        }
    }

    private void store8(long address, int value) {
        writablePage(address, Byte.BYTES)[offset(address)] = (byte) value;
    }

    /** Faults unless all of it can be read. */
    void checkReadable(long address, int size) {
        if (readCache.page(address, size) == null) {
            check(address, size, Permission.READ);
        }
    }

    /** Faults unless all of it can be written; an access over two pages must not stop halfway. */
    void checkWritable(long address, int size) {
        if (writeCache.page(address, size) == null) {
            check(address, size, Permission.WRITE);
        }
    }

    private void check(long address, int size, Permission permission) {
        long last = address + size - 1;
        for (long at = address; ; at = Memory.pageOf(at) + Memory.PAGE_SIZE) {
            regions.require(at, address, size, permission);
            if (Memory.pageOf(at) == Memory.pageOf(last)) {
                return;
            }
        }
    }

    /** The decoded page to execute at {@code pc}. */
    CodePage fetch(long pc) {
        int slot = (int) (pc >>> Memory.PAGE_SHIFT) & CODE_SLOTS - 1;
        CodePage page = codeCache[slot];
        if (!page.holds(pc)) {
            page = regions.require(pc, pc, CodePage.WORD, Permission.EXECUTE).code(pc);
            codeCache[slot] = page;
        }
        return page;
    }

    /** Copies memory to {@code bytes}. */
    void read(long address, byte[] bytes) {
        for (int done = 0; done < bytes.length; ) {
            long at = address + done;
            int count = Math.min(bytes.length - done, Memory.PAGE_SIZE - offset(at));
            Region region = regions.require(at, address, bytes.length, Permission.READ);
            System.arraycopy(region.readable(at), offset(at), bytes, done, count);
            done += count;
        }
    }

    /** Copies {@code bytes} to writable memory: all of them or none. */
    void write(long address, byte[] bytes) {
        if (bytes.length > 0) {
            checkWritable(address, bytes.length);
            patch(address, bytes);
        }
    }

    /** Copies {@code bytes} to mapped memory and forgets what was decoded there. */
    void patch(long address, byte[] bytes) {
        for (long at = address;
                at - address < bytes.length;
                at = Memory.pageOf(at) + Memory.PAGE_SIZE) {
            regions.requireMapped(at, address, bytes.length);
        }
        for (int done = 0; done < bytes.length; ) {
            long at = address + done;
            int count = Math.min(bytes.length - done, Memory.PAGE_SIZE - offset(at));
            Region region = regions.find(at);
            readCache.drop(at); // it may still hold the page of zeroes
            System.arraycopy(bytes, done, region.writable(at), offset(at), count);
            region.forgetCode(at, count);
            done += count;
        }
    }

    private static int offset(long address) {
        return (int) address & (Memory.PAGE_SIZE - 1);
    }

    /** The page of a load; null if it spans two pages, both readable. */
    private byte[] readablePage(long address, int size) {
        byte[] page = readCache.page(address, size);
        return page == null ? uncachedReadablePage(address, size) : page;
    }

    private byte[] uncachedReadablePage(long address, int size) {
        check(address, size, Permission.READ);
        return offset(address) > Memory.PAGE_SIZE - size
                ? null
                : readCache.fill(address, regions.find(address).readable(address));
    }

    /** The page of a store; null if it spans two pages, both writable. */
    private byte[] writablePage(long address, int size) {
        byte[] page = writeCache.page(address, size);
        return page == null ? uncachedWritablePage(address, size) : page;
    }

    private byte[] uncachedWritablePage(long address, int size) {
        check(address, size, Permission.WRITE);
        if (offset(address) > Memory.PAGE_SIZE - size) {
            return null;
        }
        readCache.drop(address); // it may still hold the page of zeroes
        return writeCache.fill(address, regions.find(address).writable(address));
    }
}
