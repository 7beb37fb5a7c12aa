package probity.linux.bpf.call;

/** The commands of bpf(2) that are used. */
enum Command {
    MAP_CREATE(0),
    MAP_LOOKUP_ELEM(1),
    MAP_UPDATE_ELEM(2),
    PROG_LOAD(5),
    PROG_TEST_RUN(10),
    OBJ_GET_INFO_BY_FD(15),
    RAW_TRACEPOINT_OPEN(17),
    LINK_CREATE(28);

    private final int number;

    Command(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
