package probity.report;

/**
 * A long text that belongs to a ruling: register table, stack trace, instruction trace.
 *
 * @param name what it is
 * @param text the content, in lines
 */
public record Evidence(String name, String text) {}
