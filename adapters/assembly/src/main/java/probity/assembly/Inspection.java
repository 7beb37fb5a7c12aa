package probity.assembly;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import probity.spi.Diagnostic;

/**
 * The complete check of a directory, before anything of it runs: as many problems as can be told at
 * once, or a candidate's parts.
 */
final class Inspection {
    static final String EXECUTABLE = "trampolines.elf";

    private final Path directory;
    private final String searchPath;
    private final MemoryMap map;
    private final Problems problems = new Problems();
    private Optional<CandidateProperties> properties = Optional.empty();
    private byte[] elf = {};

    private Inspection(Path directory, String searchPath, MemoryMap map) {
        this.directory = directory;
        this.searchPath = searchPath;
        this.map = map;
    }

    /**
     * Inspects a directory.
     *
     * @param searchPath where assembler and linker are looked for, as in {@code PATH}
     */
    static Inspection of(Path directory, String searchPath, MemoryMap map) {
        Inspection inspection = new Inspection(directory, searchPath, map);
        try {
            inspection.run();
        } catch (IOException unreadable) {
            inspection.problems.add(SourceProblems.unreadable(directory, unreadable));
        }
        return inspection;
    }

    /** What is wrong; empty if nothing is. */
    List<Diagnostic> problems() {
        return problems.list();
    }

    /** What the properties say; there if nothing is wrong. */
    CandidateProperties properties() {
        return properties.orElseThrow();
    }

    /** The linked trampolines; there if nothing is wrong. */
    byte[] elf() {
        return elf;
    }

    private void run() throws IOException {
        if (!Files.isDirectory(directory)) {
            problems.add(
                    Files.exists(directory)
                            ? SourceProblems.notADirectory(directory.toString())
                            : SourceProblems.missingDirectory(
                                    directory.toString(), directory.toAbsolutePath().toString()));
            return;
        }
        if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
            problems.add(
                    SourceProblems.unreadable(
                            directory, new AccessDeniedException(directory.toString())));
            return; // nothing in it can be seen
        }
        Optional<PropertiesReader> reader = readProperties();
        Optional<byte[]> linked = link();
        Optional<Executable> executable = linked.flatMap(bytes -> ElfReader.read(bytes, problems));
        executable.ifPresent(file -> new ElfCheck(file, map, problems).run());
        if (reader.isPresent() && executable.isPresent()) {
            new Agreement(reader.get(), executable.get(), problems).check();
        }
        if (problems.isEmpty()) {
            properties = reader.map(PropertiesReader::properties);
            elf = linked.orElseThrow();
        }
    }

    private Optional<PropertiesReader> readProperties() {
        Path file = directory.resolve(PropertiesFile.NAME);
        if (!Files.isRegularFile(file)) {
            problems.add(SourceProblems.noProperties(directory.toString()));
            return Optional.empty();
        }
        try {
            return Optional.of(new PropertiesReader(Files.readString(file), problems));
        } catch (IOException unreadable) {
            problems.add(SourceProblems.unreadable(file, unreadable));
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            problems.add(SourceProblems.unreadable(file, unreadable));
            return Optional.empty();
        }
    }

    private Optional<byte[]> link() throws IOException {
        boolean source = Files.isRegularFile(directory.resolve(SourceBuild.SOURCE));
        boolean executable = Files.isRegularFile(directory.resolve(EXECUTABLE));
        if (source && executable) {
            problems.add(SourceProblems.twoTrampolines(directory.toString()));
            return Optional.empty();
        }
        if (executable) {
            return bytes(directory.resolve(EXECUTABLE));
        }
        if (source && bytes(directory.resolve(SourceBuild.SOURCE)).isEmpty()) {
            return Optional.empty();
        }
        if (source) {
            return new SourceBuild(directory, problems, SourceBuild.LIMIT_SECONDS).run(searchPath);
        }
        problems.add(SourceProblems.noTrampolines(directory.toString()));
        return Optional.empty();
    }
}
