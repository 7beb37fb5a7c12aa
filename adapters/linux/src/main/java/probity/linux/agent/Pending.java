package probity.linux.agent;

import java.time.Duration;
import java.util.List;
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
    private final Runnable sending;

    /**
     * A request.
     *
     * @param request what was asked for, as people name it
     * @param answer completed when it comes
     * @param sending sends what was asked for, if that was not done yet
     */
    Pending(String request, CompletableFuture<T> answer, Runnable sending) {
        this.request = request;
        this.answer = answer;
        this.sending = sending;
    }

    /** Whether the answer, or the reason why there is none, is there. */
    public boolean isDone() {
        sending.run();
        return answer.isDone();
    }

    /**
     * Waits for the answer.
     *
     * @throws AgentLost if none comes in that time, or can come any more
     * @throws AgentRefused if the agent does not serve the request
     */
    public T await(Duration limit) {
        sending.run();
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
        return new Pending<>(request, answer.thenApply(reading), sending);
    }

    /** The same, but there only when the answer to another request is there too. */
    Pending<T> after(Pending<?> other) {
        return new Pending<>(
                request, other.answer().thenCombine(answer, (before, own) -> own), sending);
    }

    /** The answers to several requests, in their order. */
    static <T> Pending<List<T>> all(String request, List<Pending<T>> requests, Runnable sending) {
        CompletableFuture<?>[] answers =
                requests.stream().map(Pending::answer).toArray(CompletableFuture<?>[]::new);
        return new Pending<>(
                request,
                CompletableFuture.allOf(answers)
                        .thenApply(
                                none ->
                                        requests.stream()
                                                .map(each -> each.answer().join())
                                                .toList()),
                sending);
    }

    private CompletableFuture<T> answer() {
        return answer;
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
