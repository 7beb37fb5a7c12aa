package probity.spi;

/**
 * A long text that shows what became of a machine, such as the log of its console. It ends up among
 * the evidence of the verdict.
 *
 * @param name what it is: {@code console}
 * @param text the content, in lines
 */
public record Exhibit(String name, String text) {
    public Exhibit {
        Given.value(name, "Exhibit.name");
        Given.value(text, "Exhibit.text");
    }
}
