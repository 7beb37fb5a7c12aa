package probity.assembly;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import probity.reference.Declaration;
import probity.reference.ElfImage;
import probity.reference.EmulatedCandidate;
import probity.reference.Trampolines;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/**
 * Opens {@code asm:<dir>}: trampolines from a directory, under the reference's hook core on the
 * emulated machine. Nothing of a directory runs before all of it has been found right.
 */
public final class AssemblyProvider implements CandidateProvider {
    private final String searchPath;

    /** Looks for assembler and linker on the {@code PATH}. */
    public AssemblyProvider() {
        this(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    AssemblyProvider(String searchPath) {
        this.searchPath = searchPath;
    }

    @Override
    public String scheme() {
        return "asm";
    }

    @Override
    public List<String> known() {
        return List.of("asm:<dir>");
    }

    @Override
    public Candidate open(String rest) throws CandidateUnavailable {
        if (rest.isBlank()) {
            throw new CandidateUnavailable(SourceProblems.noDirectoryGiven());
        }
        Inspection inspection = Inspection.of(path(rest), searchPath, MemoryMap.ofKit());
        List<Diagnostic> problems = inspection.problems();
        if (!problems.isEmpty()) {
            throw new CandidateUnavailable(Problems.summary(rest, problems));
        }
        CandidateProperties properties = inspection.properties();
        return new EmulatedCandidate(properties.name(), declaration(properties, inspection.elf()));
    }

    private static Declaration declaration(CandidateProperties properties, byte[] elf) {
        return new Declaration(
                properties.name(),
                properties.version(),
                new Trampolines(
                        ElfImage.parse(elf),
                        properties.entry(),
                        properties.exit(),
                        properties.kretprobe()),
                properties.policy(),
                properties.unsaved(),
                properties.stage(),
                properties.users());
    }

    private static Path path(String rest) throws CandidateUnavailable {
        try {
            return Path.of(rest);
        } catch (InvalidPathException impossible) {
            throw new CandidateUnavailable(
                    SourceProblems.missingDirectory(rest, impossible.getReason()));
        }
    }
}
