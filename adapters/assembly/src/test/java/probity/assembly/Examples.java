package probity.assembly;

import java.nio.file.Path;

/** The example directories that come with the module. */
final class Examples {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    static final Path SOURCE = MODULE.resolve("src/example/light");
    static final Path EXECUTABLE = MODULE.resolve("src/example/light-elf");

    /** Where the documented commands are typed. */
    static final Path REPOSITORY = MODULE.resolve("../..").normalize();

    private Examples() {}
}
