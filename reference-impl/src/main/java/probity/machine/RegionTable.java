package probity.machine;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Which addresses are mapped, and what for. */
final class RegionTable {
    private final TreeMap<Long, Region> regions = new TreeMap<>(Long::compareUnsigned);

    Region map(String name, long base, long size, Permission... permissions) {
        Region region = new Region(name, base, size, Region.permissionSet(name, permissions));
        boolean aligned = (base | size) % Memory.PAGE_SIZE == 0;
        if (!aligned || size <= 0 || Long.compareUnsigned(region.end(), base) <= 0) {
            throw new IllegalArgumentException(
                    "The region '%s' at 0x%x of 0x%x bytes has to begin and end at multiples of 0x%x inside the address space."
                            .formatted(name, base, size, Memory.PAGE_SIZE));
        }
        Map.Entry<Long, Region> below = regions.lowerEntry(region.end());
        if (below != null && Long.compareUnsigned(below.getValue().end(), base) > 0) {
            throw new IllegalArgumentException(
                    "The region '%s' at 0x%x of 0x%x bytes overlaps the region %s."
                            .formatted(name, base, size, below.getValue()));
        }
        regions.put(base, region);
        return region;
    }

    void unmap(Region region) {
        if (!regions.remove(region.base(), region)) {
            throw new IllegalArgumentException("The region %s is not mapped.".formatted(region));
        }
        region.retireCode();
    }

    /** The region of an address, or null. */
    Region find(long address) {
        Map.Entry<Long, Region> entry = regions.floorEntry(address);
        return entry != null && entry.getValue().contains(address) ? entry.getValue() : null;
    }

    Collection<Region> all() {
        return Collections.unmodifiableCollection(regions.values());
    }

    /**
     * The region of one byte of an access.
     *
     * @param at the byte
     * @param start where the access begins
     * @param size how many bytes it has, for the message
     */
    Region require(long at, long start, int size, Permission permission) {
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

    /** The region of one byte that is to be patched, whatever it allows. */
    Region requireMapped(long at, long start, int size) {
        Region region = find(at);
        if (region == null || region.isGuard()) {
            throw fault(FaultKind.DATA_WRITE, "patch", at, start, size, region);
        }
        return region;
    }

    private static GuestFault fault(
            FaultKind kind, String access, long at, long start, int size, Region region) {
        String bytes = size == 1 ? "1 byte" : size + " bytes";
        String where =
                region == null ? "hits no mapped memory" : "is not allowed by the region " + region;
        return new GuestFault(
                kind, at, "A %s of %s at 0x%x %s".formatted(access, bytes, start, where));
    }
}
