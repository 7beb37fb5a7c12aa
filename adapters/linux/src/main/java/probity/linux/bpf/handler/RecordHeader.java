package probity.linux.bpf.handler;

/** What stands at the start of every record, whatever the script: offsets in bytes. */
final class RecordHeader {
    /** The hit's number among all of the log, from 0; 64 bits. */
    static final int SEQUENCE = 0;

    /** Which handler wrote it; 32 bits. */
    static final int HANDLER = 8;

    /** {@link #BEGUN} or {@link #COMPLETE}; 32 bits. */
    static final int STATE = 12;

    /** Process and thread; 64 bits. */
    static final int TASK = 16;

    /** 32 bits. */
    static final int CPU = 24;

    /** {@link probity.spi.Side} by its ordinal; 32 bits. */
    static final int SIDE = 28;

    /** The hooked function, as the helper tells; 64 bits. */
    static final int FUNCTION_IP = 32;

    /** The cookie given at attach, as the helper tells; 64 bits. */
    static final int ATTACH_COOKIE = 40;

    /** When the handler started, in nanoseconds by the monotonic clock; 64 bits. */
    static final int TIME = 48;

    /** Where the results of actions start. */
    static final int SIZE = 56;

    static final int BEGUN = 1;
    static final int COMPLETE = 2;

    private RecordHeader() {}
}
