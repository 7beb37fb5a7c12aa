package probity.machine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A mapped range of addresses with a name and permissions. Its pages are allocated when they are
 * first written; until then they read as zero.
 */
public final class Region {
    private final String name;
    private final long base;
    private final long size;
    private final byte[][] pages;
    private final CodePage[] code;
    private final Set<Permission> permissions;

    Region(String name, long base, long size, Set<Permission> permissions) {
        this.name = name;
        this.base = base;
        this.size = size;
        int count = Math.toIntExact(size >>> Memory.PAGE_SHIFT);
        this.pages = new byte[count][];
        this.code = permissions.contains(Permission.EXECUTE) ? new CodePage[count] : null;
        this.permissions = permissions;
    }

    /** The lowest address. */
    public long base() {
        return base;
    }

    /** The first address after the region. */
    public long end() {
        return base + size;
    }

    /** Whether {@code address} lies in this region. */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - base, size) < 0;
    }

    boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** A region without any permission: its pages only say whose stack ends there. */
    boolean isGuard() {
        return permissions.isEmpty();
    }

    /** The page of {@code address} for reading; zeroes as long as nobody wrote there. */
    byte[] readable(long address) {
        byte[] page = pages[index(address)];
        return page == null ? Memory.ZEROES : page;
    }

    /** The page of {@code address} for writing; allocated here if this is the first write. */
    byte[] writable(long address) {
        int index = index(address);
        byte[] page = pages[index];
        if (page == null) {
            page = new byte[Memory.PAGE_SIZE];
            pages[index] = page;
            if (code != null && code[index] != null) {
                code[index].retire();
                code[index] = null;
            }
        }
        return page;
    }

    /** The decoded instructions of the page of {@code address}, executable regions only. */
    CodePage code(long address) {
        int index = index(address);
        CodePage page = code[index];
        if (page == null) {
            page =
                    new CodePage(
                            Memory.pageOf(address), readable(address), allows(Permission.GUARDED));
            code[index] = page;
        }
        return page;
    }

    /** Forgets what was decoded in {@code [from, from + length)}, which lies in this region. */
    void forgetCode(long from, long length) {
        if (code == null) {
            return;
        }
        for (long address = from & ~3L; address - from < length; address += CodePage.WORD) {
            CodePage decoded = code[index(address)];
            if (decoded != null) {
                decoded.forget(address);
            }
        }
    }

    /** Makes all CPUs fetch anew, when the region goes away. */
    void retireCode() {
        if (code != null) {
            for (CodePage page : code) {
                if (page != null) {
                    page.retire();
                }
            }
        }
    }

    private int index(long address) {
        return (int) ((address - base) >>> Memory.PAGE_SHIFT);
    }

    static Set<Permission> permissionSet(String name, Permission... permissions) {
        EnumSet<Permission> set = EnumSet.noneOf(Permission.class);
        Collections.addAll(set, permissions);
        if (set.contains(Permission.WRITE) && set.contains(Permission.EXECUTE)) {
            throw new IllegalArgumentException(
                    "The region '%s' asks to be writable and executable at once; map it executable and change its text with patch()."
                            .formatted(name));
        }
        return Collections.unmodifiableSet(set);
    }

    @Override
    public String toString() {
        return "%s [0x%x, 0x%x) %s".formatted(name, base, end(), permissions);
    }
}
