package probity.linux.tracefs;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import probity.linux.abi.MalformedException;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.RegisterFile;
import probity.spi.Side;

/**
 * What an event on an fprobe recorded of one hit: 8 bytes that all events have, of which the first
 * two are the event's id; the function's entry ip, at exit also the return ip; then what the event
 * was told to fetch, a word each.
 *
 * @param entryIp as the fprobe's handler got it
 * @param returnIp the same; an event at entry does not record it
 * @param registers those that were fetched
 */
public record FprobeRecord(long entryIp, OptionalLong returnIp, RegisterFile registers) {
    private static final int COMMON = 8;
    private static final int ID = 0xffff;

    /** {@code $arg9} would be on the stack. */
    private static final int ARGUMENTS = 8;

    /**
     * The registers that an event can fetch at a side, in the order of {@link #fetched}: arguments
     * at entry, the result at exit, sp at both. It can name no other.
     */
    public static List<String> registers(Side side) {
        List<String> registers = new ArrayList<>();
        int numbered = side == Side.ENTRY ? ARGUMENTS : 1;
        IntStream.range(0, numbered).forEach(number -> registers.add("x" + number));
        registers.add("sp");
        return registers;
    }

    /** The arguments of an event's definition that have it fetch those registers. */
    public static String[] fetched(Side side) {
        return registers(side).stream()
                .map(register -> register + "=" + fetch(register, side) + ":x64")
                .toArray(String[]::new);
    }

    private static String fetch(String register, Side side) {
        if (register.equals("sp")) {
            return "$stack";
        }
        return side == Side.EXIT
                ? "$retval"
                : "$arg" + (Integer.parseInt(register.substring(1)) + 1);
    }

    /**
     * The id of the event that left a record.
     *
     * @throws MalformedException if it is too short to have one
     */
    public static int id(Bytes raw) {
        require(raw, COMMON);
        return (int) (raw.longAt(0) & ID);
    }

    /**
     * Reads a record of an event that was defined with {@link #fetched}.
     *
     * @param raw the record, which may be padded
     * @throws MalformedException if it is shorter than such a record
     */
    public static FprobeRecord read(Bytes raw, Side side) {
        List<String> names = registers(side);
        int ips = side == Side.ENTRY ? 1 : 2;
        int start = COMMON + ips * Long.BYTES;
        require(raw, start + names.size() * Long.BYTES);
        OptionalLong returnIp =
                side == Side.ENTRY
                        ? OptionalLong.empty()
                        : OptionalLong.of(raw.longAt(COMMON + Long.BYTES));
        RegisterFile.Builder registers = RegisterFile.builder(Architecture.ARM64);
        for (int i = 0; i < names.size(); i++) {
            registers.set(names.get(i), raw.longAt(start + i * Long.BYTES));
        }
        return new FprobeRecord(raw.longAt(COMMON), returnIp, registers.build());
    }

    private static void require(Bytes raw, int size) {
        if (raw.size() < size) {
            throw new MalformedException(
                    "The record of an fprobe event has %d bytes, not %d."
                            .formatted(raw.size(), size));
        }
    }
}
