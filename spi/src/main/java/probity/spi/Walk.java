package probity.spi;

import java.util.List;

/**
 * A walk's frames, innermost first: the pc where the walk started, then return addresses with any
 * signature stripped. Nothing stands for the root: the last frame is the outermost function's. What
 * it must show: PTR-05 to PTR-08, PTR-17, PTR-18.
 *
 * @param frames addresses
 */
public record Walk(List<Long> frames) implements StepResult {
    public Walk {
        frames = Given.list(frames, "Walk.frames");
    }
}
