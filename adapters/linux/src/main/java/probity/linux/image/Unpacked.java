package probity.linux.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import probity.linux.image.Command.Outcome;
import probity.spi.CandidateUnavailable;

/**
 * What a kernel's packages hold, unpacked by dpkg-deb: of it the kernel is kept, its configuration,
 * and what it takes to talk to a guest.
 */
final class Unpacked {
    /** Where they are in the cache; another name whenever more is kept of a package. */
    static final String ENTRIES = "packages";

    private static final String IMAGE = "Image";
    private static final String CONFIGURATION = "config";
    private static final String MODULES = "modules.cpio";

    /** vmlinuz is an uncompressed Image on arm64, whatever its name says. */
    private static final int DEPTH = 5;

    private final Command command;

    Unpacked(Command command) {
        this.command = command;
    }

    /**
     * Takes the kernel out of packages.
     *
     * @param packages the files; the first one that has a kernel counts
     * @param into a directory that gets it
     */
    void take(List<Path> packages, Path into) throws IOException, CandidateUnavailable {
        Path scratch = Files.createTempDirectory(into, "unpacked");
        try {
            for (Path each : packages) {
                unpack(each, scratch);
            }
            Path kernel =
                    find(scratch, name -> name.equals("vmlinuz") || name.startsWith("vmlinuz-"))
                            .orElseThrow(
                                    () ->
                                            new CandidateUnavailable(
                                                    ImageProblems.noKernelIn(packages.get(0))));
            ImageCheck.check(kernel);
            if (ImageCheck.isCompressed(kernel)) {
                Gzip.expand(kernel, into.resolve(IMAGE));
            } else {
                Files.move(kernel, into.resolve(IMAGE));
            }
            Optional<Path> configuration =
                    find(scratch, name -> name.equals("config") || name.startsWith("config-"));
            if (configuration.isPresent()) {
                Files.move(configuration.get(), into.resolve(CONFIGURATION));
            }
            LineModules.pack(scratch, into.resolve(MODULES));
        } finally {
            Cache.delete(scratch);
        }
    }

    /** The kernel in a directory that {@link #take} filled. */
    static KernelImage image(Path directory, String origin) {
        return new KernelImage(
                directory.resolve(IMAGE),
                origin,
                Optional.of(directory.resolve(CONFIGURATION)).filter(Files::isRegularFile),
                Optional.of(directory.resolve(MODULES)).filter(Files::isRegularFile));
    }

    private void unpack(Path deb, Path into) throws IOException, CandidateUnavailable {
        Outcome outcome;
        try {
            outcome =
                    command.run(
                            "unpacking " + deb.getFileName(),
                            into,
                            Map.of(),
                            List.of("dpkg-deb", "-x", deb.toString(), into.toString()));
        } catch (IOException noTool) {
            throw new CandidateUnavailable(ImageProblems.noPackageTool());
        }
        if (!outcome.succeeded()) {
            throw new CandidateUnavailable(ImageProblems.notUnpacked(deb, outcome.last(5)));
        }
    }

    private static Optional<Path> find(Path root, Predicate<String> name) throws IOException {
        try (Stream<Path> found =
                Files.find(
                        root,
                        DEPTH,
                        (path, attributes) ->
                                attributes.isRegularFile()
                                        && name.test(path.getFileName().toString()))) {
            return found.findFirst();
        }
    }
}
