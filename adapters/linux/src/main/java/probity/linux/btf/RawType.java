package probity.linux.btf;

/**
 * A type as it stands in the file.
 *
 * @param id its number, from 1; 0 is void
 * @param kind its kind
 * @param name where its name stands among the strings
 * @param elements how many members, parameters or values it has
 * @param flag the kind flag: bit fields among the members, or signed values of an enum
 * @param word its size in bytes, or the type that it refers to
 * @param tail where in the file its elements start
 */
record RawType(int id, BtfKind kind, int name, int elements, boolean flag, int word, int tail) {
    static final RawType VOID = new RawType(0, BtfKind.VOID, 0, 0, false, 0, 0);
}
