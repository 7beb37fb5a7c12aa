package probity.linux.image;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A kernel that can be booted.
 *
 * @param image an uncompressed arm64 Image
 * @param origin where it comes from, for people: a path, or suite, package and version
 * @param configuration its {@code .config}, where the package has it
 */
public record KernelImage(Path image, String origin, Optional<Path> configuration) {}
