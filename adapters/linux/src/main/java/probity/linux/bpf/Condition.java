package probity.linux.bpf;

/** When a jump is taken. */
public enum Condition {
    /** Both are equal. */
    EQUAL(0x10, "=="),
    /** They differ. */
    NOT_EQUAL(0x50, "!=");

    private final int code;
    private final String sign;

    Condition(int code, String sign) {
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
