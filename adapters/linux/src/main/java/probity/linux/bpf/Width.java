package probity.linux.bpf;

/** How much a load or a store moves. */
public enum Width {
    /** 8 bits. */
    BYTE(0x10, 1),
    /** 16 bits. */
    HALF(0x08, 2),
    /** 32 bits. */
    WORD(0x00, 4),
    /** 64 bits. */
    DOUBLE(0x18, 8);

    private final int code;
    private final int bytes;

    Width(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    int code() {
        return code;
    }

    /** How many bytes that is. */
    public int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "u" + bytes * Byte.SIZE;
    }
}
