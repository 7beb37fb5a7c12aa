package probity.run.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the virtual machine came to its end, as a shutdown hook sees it.
 *
 * @param caller the thread that called {@link System#exit}; empty if none did, and the end was
 *     asked for from outside, as by Ctrl-C
 * @param stack from where it was called, innermost first; empty if it was not
 */
public record VmEnd(Optional<String> caller, List<String> stack) {
    public VmEnd {
        stack = List.copyOf(stack);
    }

    /** What is happening now; a thread that calls exit stays in the call until all hooks end. */
    public static VmEnd now() {
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            StackTraceElement[] frames = thread.getValue();
            for (int i = 0; i < frames.length; i++) {
                if (isExit(frames[i])) {
                    return new VmEnd(
                            Optional.of(thread.getKey().getName()),
                            text(Arrays.copyOfRange(frames, i, frames.length)));
                }
            }
        }
        return new VmEnd(Optional.empty(), List.of());
    }

    private static boolean isExit(StackTraceElement frame) {
        return frame.getClassName().equals(Runtime.class.getName())
                && frame.getMethodName().equals("exit");
    }

    private static List<String> text(StackTraceElement[] frames) {
        return Arrays.stream(frames).map(frame -> "at " + frame).toList();
    }

    /**
     * How it came to its end, as a sentence.
     *
     * @param during what was going on, as a phrase; empty for nothing in particular
     */
    public String sentence(Optional<String> during) {
        String how =
                caller.map(thread -> "System.exit was called on the thread '" + thread + "'")
                        .orElse("The virtual machine was ended from outside");
        return how + during.map(phrase -> " during " + phrase).orElse("") + ".";
    }
}
