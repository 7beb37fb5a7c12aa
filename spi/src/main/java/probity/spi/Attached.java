package probity.spi;

import java.util.Optional;

/**
 * The request was accepted.
 *
 * @param notice what the implementation had to say, such as a deprecation (RET-06)
 */
public record Attached(Optional<String> notice) implements AttachResult {
    public Attached {
        Given.value(notice, "Attached.notice");
    }
}
