package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import probity.report.Subject;

/**
 * The one command that repeats a scenario.
 *
 * @param options options of this run that the candidate needs, such as a class path
 */
record RerunCommand(List<String> options) {
    RerunCommand {
        options = List.copyOf(options);
    }

    /** The command for one subject on one candidate, to be pasted into a shell. */
    String of(String address, Subject subject, List<String> replay) {
        List<String> more = new ArrayList<>();
        if (!subject.clauses().isEmpty()) {
            more.add("-Dprobity.clauses=" + String.join(",", subject.clauses()));
        }
        more.addAll(options);
        more.addAll(replay);
        return command(address, more);
    }

    /** The command for all of one candidate. */
    String of(String address) {
        return command(address, options);
    }

    private static String command(String address, List<String> more) {
        List<String> words = new ArrayList<>(List.of("mvn", "test"));
        words.add("-Dprobity.candidate=" + CommaList.write(List.of(address)));
        words.addAll(more);
        return words.stream().map(RerunCommand::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
