package probity.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run was asked for. Read from properties by {@link SettingsReader}.
 *
 * @param candidates addresses of what is judged
 * @param clauses clause ids or patterns such as {@code PTR-*}; empty for all
 * @param classPath extra class path for {@code java:} candidates and providers
 * @param line addresses of the release line, oldest first; empty for the provider's own
 * @param lineFile the file that the line was read from, if it was
 * @param waivers file of tolerated violations
 * @param records directory of recorded results to compare with
 * @param timeout the most that one call into the candidate may take, if the user says so
 * @param cases how many random cases each property tries, if the user says so
 * @param replay a random case to repeat
 * @param only whether a candidate was asked for, so that the kit's own tests do not run
 */
record Settings(
        List<String> candidates,
        List<String> clauses,
        List<Path> classPath,
        List<String> line,
        Optional<Path> lineFile,
        Optional<Path> waivers,
        Optional<Path> records,
        Optional<Duration> timeout,
        OptionalInt cases,
        Optional<Path> replay,
        boolean only) {
    Settings {
        candidates = List.copyOf(candidates);
        clauses = List.copyOf(clauses);
        classPath = List.copyOf(classPath);
        line = List.copyOf(line);
    }
}
