package probity.machine;

/**
 * A mapped stack between two guard pages.
 *
 * @param region the mapped part
 * @param base the lowest usable address
 * @param top the first address above it: the sp to start with, a multiple of 16
 */
public record Stack(Region region, long base, long top) {}
