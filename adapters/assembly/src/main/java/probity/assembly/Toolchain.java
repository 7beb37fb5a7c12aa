package probity.assembly;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An assembler and a linker for AArch64 that were found on the search path.
 *
 * @param assembler how to call the assembler, up to its own options; object and source follow
 * @param linker how to call the linker; script, executable and object follow
 */
record Toolchain(List<String> assembler, List<String> linker) {

    /** The toolchains that are looked for, the first complete one is used. */
    private enum Kind {
        GNU("GNU binutils", "aarch64-linux-gnu-as", "aarch64-linux-gnu-ld"),
        LLVM("LLVM", "clang", "ld.lld");

        final String title;
        final String assembler;
        final String linker;

        Kind(String title, String assembler, String linker) {
            this.title = title;
            this.assembler = assembler;
            this.linker = linker;
        }

        Toolchain at(Path assembler, Path linker) {
            List<String> assemble = new ArrayList<>(List.of(assembler.toString()));
            if (this == LLVM) {
                // no preprocessing: both toolchains read the same language
                assemble.addAll(List.of("--target=aarch64-linux-gnu", "-c", "-x", "assembler"));
            }
            assemble.add("-g"); // for the lines in the linker's messages
            return new Toolchain(
                    assemble,
                    List.of(
                            linker.toString(),
                            "-static",
                            "--build-id=none",
                            "--strip-debug",
                            "-z",
                            "max-page-size=4096"));
        }
    }

    /** The first complete toolchain on a search path; if there is none, the problem is added. */
    static Optional<Toolchain> find(String searchPath, Problems problems) {
        List<String> looked = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Optional<Path> assembler = program(kind.assembler, searchPath);
            Optional<Path> linker = program(kind.linker, searchPath);
            if (assembler.isPresent() && linker.isPresent()) {
                return Optional.of(kind.at(assembler.get(), linker.get()));
            }
            looked.add(
                    "%s: %s, %s."
                            .formatted(
                                    kind.title,
                                    found(kind.assembler, assembler),
                                    found(kind.linker, linker)));
        }
        problems.add(SourceProblems.noAssembler(looked));
        return Optional.empty();
    }

    private static String found(String name, Optional<Path> program) {
        return program.map(path -> name + " is " + path).orElse(name + " was not found");
    }

    private static Optional<Path> program(String name, String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> path(directory).stream())
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(Path::toAbsolutePath);
    }

    private static Optional<Path> path(String directory) {
        try {
            return Optional.of(Path.of(directory));
        } catch (InvalidPathException unusable) {
            return Optional.empty(); // a shell would skip it too
        }
    }
}
