package probity.spi;

/**
 * The implementation refuses, and nothing has changed.
 *
 * @param errno the error's name, such as {@code EINVAL}
 * @param reason a sentence for people; names the offending thing
 */
public record Refused(String errno, String reason) implements AttachResult {
    public Refused {
        Given.value(errno, "Refused.errno");
        Given.value(reason, "Refused.reason");
    }
}
