package probity.run.guard;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import probity.run.guard.CallFailed.Kind;
import probity.spi.MachineDied;
import probity.spi.MisuseException;

/**
 * Makes every call into one candidate, on a thread of its own, within time limits. Used by one
 * thread, so that each lane on which a candidate is judged has another; lives as long as the
 * candidate is judged.
 */
public final class Custody implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final String SPI = MisuseException.class.getPackageName() + ".";

    /** An overflown stack has a thousand frames, of which few differ. */
    private static final int MOST_LINES = 80;

    private final String name;
    private final TimeLimits limits;
    private Worker worker;
    private int generation;
    private int hangs;
    private long spent;

    /** The call that is being made, or null; read by the thread that ends the virtual machine. */
    private volatile String underWay;

    /**
     * Takes a candidate into custody.
     *
     * @param name what the thread is called after: the candidate's address, or that of a lane
     */
    public Custody(String name, TimeLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    /** Starts the time of another scenario. */
    public void beginTrial() {
        spent = 0;
    }

    /** Changes whenever a thread was lost; an instance of an earlier generation is unusable. */
    public int generation() {
        return generation;
    }

    /**
     * Makes a call in which the judge can do nothing wrong.
     *
     * @param what the call as people name it, such as {@code describe()}
     * @param callable makes the call and checks the answer
     * @throws CallFailed if there is no usable answer
     */
    public <T> T ask(String what, Callable<T> callable) throws CallFailed {
        try {
            return call(what, callable);
        } catch (MisuseException e) {
            throw thrown(what, new IllegalStateException(e));
        }
    }

    /**
     * Makes a call.
     *
     * @param what the call as people name it, such as {@code run(Plan)}
     * @param callable makes the call and checks the answer
     * @throws CallFailed if there is no usable answer
     * @throws MisuseException if the candidate says that the judge used the SPI wrongly
     */
    public <T> T call(String what, Callable<T> callable) throws CallFailed {
        refuseIfGivenUp(what);
        if (worker == null) {
            worker = new Worker(threadName());
        }
        long started = System.nanoTime();
        long limit = Math.min(limits.call().toNanos(), limits.trial().toNanos() - spent);
        underWay = what;
        try {
            return worker.call(callable, limit);
        } catch (ExecutionException e) {
            throw thrown(what, e.getCause());
        } catch (TimeoutException e) {
            throw hung(what, limit);
        } catch (Worker.WorkerDied e) {
            replaceWorker();
            String message = subject(what) + " ended the thread that it was called on.";
            throw new CallFailed(Kind.DIED, message, "", e);
        } finally {
            underWay = null;
            spent += System.nanoTime() - started;
        }
    }

    /** Whether the calls of this trial have taken half of what they may take together. */
    public boolean isShortOfTime() {
        return spent >= limits.trial().toNanos() / 2;
    }

    private String threadName() {
        return "probity " + name;
    }

    /**
     * What the virtual machine's end has to do with the candidate, as a sentence. For any thread.
     */
    public String atEnd(VmEnd end) {
        String what = underWay;
        if (what != null && called(end)) {
            return subject(what) + " called System.exit.";
        }
        return end.sentence(Optional.ofNullable(what).map(call -> "the candidate's " + call));
    }

    /** Whether the virtual machine was ended on the thread of its calls. For any thread. */
    public boolean called(VmEnd end) {
        return end.caller().filter(threadName()::equals).isPresent();
    }

    /**
     * Makes the last call, although others may have hung before. Nothing hangs on its answer.
     *
     * @param callable lets go of what the candidate holds
     */
    public void dismiss(Callable<?> callable) {
        hangs = 0;
        beginTrial();
        try {
            ask("close()", callable);
        } catch (CallFailed | RuntimeException notClosed) {
            // everything is ruled on, and who does not let go loses it with the virtual machine
        } finally {
            close();
        }
    }

    private void refuseIfGivenUp(String what) throws CallFailed {
        if (spent >= limits.trial().toNanos()) {
            String message =
                    String.format(
                            "%s was not called: the scenario has used up its %d s.",
                            subject(what), limits.trial().toSeconds());
            throw new CallFailed(Kind.GIVEN_UP, message, "", null);
        }
        if (hangs >= limits.hangs()) {
            String message =
                    String.format(
                            "%s was not called: the candidate has hung %d times and is given up.",
                            subject(what), hangs);
            throw new CallFailed(Kind.GIVEN_UP, message, "", null);
        }
    }

    private CallFailed thrown(String what, Throwable cause) {
        if (cause instanceof MisuseException misuse && !isFromItsOwnRecords(misuse)) {
            throw misuse;
        }
        if (cause instanceof MachineDied died) {
            return CallFailed.died(subject(what), died);
        }
        if (cause instanceof Nonsense nonsense) {
            String message =
                    subject(what) + " answered what makes no sense: " + nonsense.getMessage();
            return new CallFailed(Kind.NONSENSE, message, nonsense.answer(), null);
        }
        if (cause instanceof VirtualMachineError) {
            String resource = cause instanceof StackOverflowError ? "stack" : "memory";
            String message = subject(what) + " ran out of " + resource + ": " + cause;
            return new CallFailed(Kind.EXHAUSTED, message, trace(cause), cause);
        }
        if (cause.getClass().getName().equals("java.lang.ThreadDeath")) {
            replaceWorker();
            String message = subject(what) + " killed the thread that it was called on.";
            return new CallFailed(Kind.DIED, message, trace(cause), cause);
        }
        return new CallFailed(
                Kind.THREW, subject(what) + " threw " + oneLine(cause), trace(cause), cause);
    }

    /**
     * Tells a candidate that built an ill-formed record from one that complains about the judge:
     * what the judge hands in was built before the call.
     */
    private static boolean isFromItsOwnRecords(MisuseException misuse) {
        StackTraceElement[] frames = misuse.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith(SPI);
    }

    private CallFailed hung(String what, long limit) {
        hangs++;
        String stack =
                Arrays.stream(worker.stack())
                        .map(frame -> "    at " + frame)
                        .collect(Collectors.joining("\n"));
        replaceWorker();
        String message =
                String.format(
                        Locale.ROOT,
                        "%s did not return within %.2f s.",
                        subject(what),
                        limit / NANOS);
        return new CallFailed(Kind.HUNG, message, stack, null);
    }

    private void replaceWorker() {
        worker.retire();
        worker = null;
        generation++;
    }

    private String subject(String what) {
        return "The candidate's " + what;
    }

    private static String oneLine(Throwable cause) {
        String text = String.valueOf(cause);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(MOST_LINES).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.retire();
            worker = null;
        }
    }
}
