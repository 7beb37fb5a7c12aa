package probity.linux.live;

/** The ways in which a kernel can be made to call functions; each has a {@link Trigger}. */
enum Way {
    /** A test run of a tracing program calls the functions that the kernel has for such tests. */
    TEST_RUN(0),
    /** An open that fails deep inside. */
    OPEN(0),
    /** An epoll that is to watch another, and looks what that one watches. */
    EPOLL(4),
    /** A timer that is read. */
    TIMER(0),
    /** A select of no files. */
    SELECT(0),
    /** A page that is mapped. */
    MAP(0);

    private final int deepest;

    Way(int deepest) {
        this.deepest = deepest;
    }

    /** How often a function can be made to call itself this way. */
    int deepest() {
        return deepest;
    }
}
