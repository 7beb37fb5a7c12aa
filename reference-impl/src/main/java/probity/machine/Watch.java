package probity.machine;

/** A watched range; closing it ends the reports. */
public final class Watch implements AutoCloseable {
    /** Stands for the pc of a Java-side write; no instruction can lie there. */
    public static final long JAVA = -1;

    private final WriteObservers observers;
    private final long from;
    private final long to;
    private final boolean javaToo;
    private final WriteListener listener;

    Watch(WriteObservers observers, long from, long to, boolean javaToo, WriteListener listener) {
        this.observers = observers;
        this.from = from;
        this.to = to;
        this.javaToo = javaToo;
        this.listener = listener;
    }

    @Override
    public void close() {
        observers.remove(this);
    }

    void report(long pc, long address, int size) {
        boolean hits =
                Long.compareUnsigned(address, to) < 0
                        && Long.compareUnsigned(from, address + size) < 0;
        if (hits && (javaToo || pc != JAVA)) {
            listener.onWrite(pc, address, size);
        }
    }
}
