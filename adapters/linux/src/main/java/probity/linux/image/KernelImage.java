package probity.linux.image;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A kernel that can be booted.
 *
 * @param image an uncompressed arm64 Image
 * @param origin where it comes from, for people: a path, or suite, package and version
 * @param configuration its {@code .config}, where the package has it
 * @param modules an initramfs with the modules that a guest's agent needs, where the package has
 *     them: {@link LineModules}
 */
public record KernelImage(
        Path image, String origin, Optional<Path> configuration, Optional<Path> modules) {
    /** An Image without anything beside it. */
    public static KernelImage bare(Path image) {
        return new KernelImage(image, image.toString(), Optional.empty(), Optional.empty());
    }
}
