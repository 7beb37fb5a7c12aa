package probity.linux.btf;

/** The kinds of BTF types, in the order of their numbers. */
enum BtfKind {
    VOID(0, 0),
    INT(4, 0),
    PTR(0, 0),
    ARRAY(12, 0),
    STRUCT(0, 12),
    UNION(0, 12),
    ENUM(0, 8),
    FWD(0, 0),
    TYPEDEF(0, 0),
    VOLATILE(0, 0),
    CONST(0, 0),
    RESTRICT(0, 0),
    FUNC(0, 0),
    FUNC_PROTO(0, 8),
    VAR(4, 0),
    DATASEC(0, 12),
    FLOAT(0, 0),
    DECL_TAG(4, 0),
    TYPE_TAG(0, 0),
    ENUM64(0, 12);

    private final int fixed;
    private final int perElement;

    BtfKind(int fixed, int perElement) {
        this.fixed = fixed;
        this.perElement = perElement;
    }

    /** How many bytes follow the type's common 12. */
    int tail(int elements) {
        return fixed + elements * perElement;
    }

    /** Whether the third word of the common part names another type, and not a size. */
    boolean refers() {
        return switch (this) {
            case PTR, FUNC, FUNC_PROTO, VAR, DECL_TAG -> true;
            default -> isAlias();
        };
    }

    /** Whether the type is another one under a new name or with a qualifier. */
    boolean isAlias() {
        return switch (this) {
            case TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG -> true;
            default -> false;
        };
    }
}
