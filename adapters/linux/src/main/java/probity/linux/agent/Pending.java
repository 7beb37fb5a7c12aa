package probity.linux.agent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A request whose answer may not be there yet.
 *
 * @param <T> what the answer says
 */
public final class Pending<T> {
    private final String request;
    private final CompletableFuture<T> answer;

    Pending(String request, CompletableFuture<T> answer) {
        this.request = request;
        this.answer = answer;
    }

    /** Whether the answer, or the reason why there is none, is there. */
    public boolean isDone() {
        return answer.isDone();
    }

    /**
     * Waits for the answer.
     *
     * @throws AgentLost if none comes in that time, or can come any more
     * @throws AgentRefused if the agent does not serve the request
     */
    public T await(Duration limit) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AgentLost(AgentProblems.silent(request, limit));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AgentLost(AgentProblems.interrupted(request));
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        }
    }

    /** The same with its answer read. */
    <U> Pending<U> map(Function<? super T, ? extends U> reading) {
        return new Pending<>(request, answer.thenApply(reading));
    }

    /** A fresh exception, whose stack is that of whoever waits. */
    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return rethrown(wrapped.getCause());
        }
        if (cause instanceof AgentLost lost) {
            return new AgentLost(lost.diagnostic());
        }
        if (cause instanceof AgentRefused refused) {
            return refused;
        }
        return new IllegalStateException(cause);
    }
}
