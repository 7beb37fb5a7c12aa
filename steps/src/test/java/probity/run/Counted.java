package probity.run;

import java.util.concurrent.atomic.AtomicInteger;

/** A candidate that counts how often it is made. */
public class Counted extends Miniature {
    /** How often, since somebody set it to zero. */
    public static final AtomicInteger TIMES = new AtomicInteger();

    public Counted() {
        TIMES.incrementAndGet();
    }

    @Override
    public String name() {
        return "counted";
    }
}
