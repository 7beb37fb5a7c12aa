package probity.report;

import java.util.function.Supplier;

/**
 * A long text that belongs to a ruling: register table, stack trace, instruction trace. It is made
 * when it is first read, as most are never read.
 */
public final class Evidence {
    private final String name;
    private Supplier<String> source;
    private String text;

    /** A text that is there. */
    public Evidence(String name, String text) {
        this(name, () -> text);
    }

    /** A text that can be made, once, by any thread; see {@link #isEmpty}. */
    public Evidence(String name, Supplier<String> source) {
        this.name = name;
        this.source = source;
    }

    /** What it is. */
    public String name() {
        return name;
    }

    /** The content, in lines. */
    public synchronized String text() {
        if (text == null) {
            text = source.get();
            source = null; // it holds on to a whole run
        }
        return text;
    }

    /** Whether there turned out to be nothing to say: reports leave it out. */
    public boolean isEmpty() {
        return text().isEmpty();
    }

    @Override
    public String toString() {
        return name + ":\n" + text();
    }
}
