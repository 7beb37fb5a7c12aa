package probity.run.guard;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A daemon thread that makes calls for one other thread, one at a time, so that a call can be given
 * up. Handing a call over costs some ten microseconds; no thread is made per call.
 */
final class Worker {
    /** How often the caller looks whether the thread is still alive. */
    private static final long LOOK_MILLIS = 50;

    private final SynchronousQueue<FutureTask<?>> calls = new SynchronousQueue<>();
    private final Thread thread;
    private volatile boolean retired;

    Worker(String name) {
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        while (!retired) {
            try {
                FutureTask<?> call = calls.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (call != null) {
                    call.run();
                    Thread.interrupted(); // what a candidate leaves set is not the next call's
                }
            } catch (InterruptedException e) {
                // a candidate interrupted the thread after its call; nothing waits for that
            }
        }
    }

    /**
     * Makes a call.
     *
     * @throws ExecutionException if the call threw
     * @throws TimeoutException if it did not return in time; the worker must not be used again
     * @throws WorkerDied if the thread ended instead
     */
    <T> T call(Callable<T> callable, long limitNanos)
            throws ExecutionException, TimeoutException, WorkerDied {
        FutureTask<T> task = new FutureTask<>(callable);
        long deadline = System.nanoTime() + limitNanos;
        boolean interrupted = false;
        try {
            boolean taken = false;
            while (true) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new TimeoutException();
                }
                long look = Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
                try {
                    if (!taken) {
                        taken = calls.offer(task, look, TimeUnit.NANOSECONDS);
                    } else {
                        return task.get(look, TimeUnit.NANOSECONDS);
                    }
                } catch (TimeoutException e) {
                    // only this look is over; the loop decides on the limit
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                if (!thread.isAlive() && !task.isDone()) {
                    throw new WorkerDied();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Where the thread is now. */
    StackTraceElement[] stack() {
        return thread.getStackTrace();
    }

    /** Asks the thread to end: at once if it idles, otherwise if its call ever returns. */
    void retire() {
        retired = true;
        thread.interrupt();
    }

    /** The worker's thread ended in the middle of a call. */
    static final class WorkerDied extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
