package probity.linux.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a program of the system to its end.
 *
 * @param tools where the programs are, if not on the search path
 * @param progress gets a line at every step, so that nobody has to wonder
 * @param step how long a program may run without a line
 * @param limit after which the program is killed
 */
record Command(Optional<Path> tools, Consumer<String> progress, Duration step, Duration limit) {
    /**
     * What a program came to.
     *
     * @param status its exit status; -1 if it was killed by the limit
     * @param lines its output, standard output and error together
     */
    record Outcome(int status, List<String> lines) {
        boolean succeeded() {
            return status == 0;
        }

        /** The last lines, for a message. */
        List<String> last(int most) {
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        }
    }

    /**
     * Runs it.
     *
     * @param what is going on, for the progress
     * @param environment what is set besides the kit's own
     * @throws IOException if it cannot be started
     */
    Outcome run(String what, Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        Path log = Files.createTempFile("probity-command", ".log");
        log.toFile().deleteOnExit(); // somebody may press Ctrl-C
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(located(command))
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().put("LC_ALL", "C"); // messages in English, whoever runs it
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            int status = await(process, what);
            String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            return new Outcome(status, output.lines().toList());
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private List<String> located(List<String> command) {
        List<String> words = new ArrayList<>(command);
        tools.ifPresent(place -> words.set(0, place.resolve(words.get(0)).toString()));
        return words;
    }

    private int await(Process process, String what) throws IOException {
        long begin = System.nanoTime();
        try {
            while (!process.waitFor(step.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration spent = Duration.ofNanos(System.nanoTime() - begin);
                if (spent.compareTo(limit) > 0) {
                    kill(process);
                    return -1;
                }
                progress.accept("%s … %d s".formatted(what, spent.toSeconds()));
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            kill(process);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + what, interrupted);
        }
    }

    private static void kill(Process process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly(); // first, so that it says nothing of what becomes of the others
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
