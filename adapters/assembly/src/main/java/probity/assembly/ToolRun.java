package probity.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of an assembler or a linker.
 *
 * @param end how it went
 * @param lines what it wrote, standard output and error together
 */
record ToolRun(End end, List<String> lines) {
    /** How a run ended. */
    enum End {
        /** With exit status 0. */
        SUCCEEDED,
        /** With another exit status. */
        FAILED,
        /** It could not even be started. */
        NOT_STARTED,
        /** It ran for too long and was killed. */
        HUNG
    }

    /** No message of use is longer. */
    private static final int MOST_OUTPUT = 1 << 16;

    static ToolRun of(Path directory, Path log, List<String> command, long limitSeconds)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C"); // messages in English, whoever runs it
        Process process;
        try {
            process = builder.start();
        } catch (IOException refused) {
            return new ToolRun(End.NOT_STARTED, List.of(String.valueOf(refused.getMessage())));
        }
        process.getOutputStream().close();
        boolean ended = waitFor(process, limitSeconds);
        try (InputStream written = Files.newInputStream(log)) {
            String text = new String(written.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            return new ToolRun(end(process, ended), text.lines().toList());
        }
    }

    private static End end(Process process, boolean ended) {
        if (!ended) {
            return End.HUNG;
        }
        return process.exitValue() == 0 ? End.SUCCEEDED : End.FAILED;
    }

    private static boolean waitFor(Process process, long limitSeconds) {
        boolean ended = false;
        try {
            ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return ended;
    }
}
