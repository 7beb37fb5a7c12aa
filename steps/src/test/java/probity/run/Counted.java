package probity.run;

import java.util.concurrent.atomic.AtomicInteger;

/** A candidate that counts how often it is made, and how often it is let go of. */
public class Counted extends Miniature {
    /** How often it was made, since somebody set it to zero. */
    public static final AtomicInteger TIMES = new AtomicInteger();

    /** How often it was let go of, since somebody set it to zero. */
    public static final AtomicInteger CLOSED = new AtomicInteger();

    public Counted() {
        TIMES.incrementAndGet();
    }

    @Override
    public String name() {
        return "counted";
    }

    @Override
    public void close() {
        CLOSED.incrementAndGet();
    }
}
