package probity.machine;

import java.util.Arrays;

/** A direct-mapped cache from page address to page, so that most accesses need no region lookup. */
final class PageCache {
    private static final int SLOTS = 64;
    private static final long EMPTY = 1; // no page has an odd address

    private final long[] tags = new long[SLOTS];
    private final byte[][] pages = new byte[SLOTS][];

    PageCache() {
        clear();
    }

    /** The cached page if the access lies wholly in it, otherwise null. */
    byte[] page(long address, int size) {
        int slot = slot(address);
        boolean inside = ((int) address & (Memory.PAGE_SIZE - 1)) <= Memory.PAGE_SIZE - size;
        return inside && tags[slot] == Memory.pageOf(address) ? pages[slot] : null;
    }

    byte[] fill(long address, byte[] page) {
        int slot = slot(address);
        tags[slot] = Memory.pageOf(address);
        pages[slot] = page;
        return page;
    }

    void drop(long address) {
        tags[slot(address)] = EMPTY;
    }

    void clear() {
        Arrays.fill(tags, EMPTY);
        Arrays.fill(pages, null);
    }

    private static int slot(long address) {
        return (int) (address >>> Memory.PAGE_SHIFT) & (SLOTS - 1);
    }
}
