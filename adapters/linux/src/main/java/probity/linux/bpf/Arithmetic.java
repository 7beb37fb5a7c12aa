package probity.linux.bpf;

/** Operations on a register. */
public enum Arithmetic {
    /** Adds. */
    ADD(0x00, "+="),
    /** And, bit by bit. */
    AND(0x50, "&="),
    /** Replaces. */
    MOVE(0xb0, "=");

    private final int code;
    private final String sign;

    Arithmetic(int code, String sign) {
        this.code = code;
        this.sign = sign;
    }

    int code() {
        return code;
    }

    @Override
    public String toString() {
        return sign;
    }
}
