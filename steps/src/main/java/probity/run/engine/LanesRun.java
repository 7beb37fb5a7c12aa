package probity.run.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import probity.run.Lane;

/**
 * Hears a candidate's entries on several lanes, each on a thread of its own. Whoever executes it is
 * the only one who reports.
 */
final class LanesRun {
    private final List<Lane> lanes;
    private final Deal deal;
    private final Proceedings proceedings;
    private final Clerk clerk;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> mistakes = new ArrayList<>();

    LanesRun(
            List<Lane> lanes, List<EntryDescriptor> entries, Proceedings proceedings, Clerk clerk) {
        this.lanes = List.copyOf(lanes);
        this.deal = new Deal(entries);
        this.proceedings = proceedings;
        this.clerk = clerk;
    }

    /**
     * Returns when all was heard.
     *
     * @throws IllegalStateException if the kit made a mistake outside of what is heard; what was
     *     under way on other lanes then is heard to its end
     */
    void execute() {
        try {
            start(lanes.get(0), deal::any);
            lanes.subList(1, lanes.size()).forEach(lane -> start(lane, deal::scenario));
            report();
        } finally {
            // whatever happened, the candidate is closed next, and no lane may be calling it then
            deal.end();
            threads.forEach(LanesRun::join);
        }
        if (!mistakes.isEmpty()) {
            IllegalStateException failed =
                    new IllegalStateException(
                            "A lane ended by a mistake of the kit: " + mistakes.get(0),
                            mistakes.get(0));
            mistakes.stream().skip(1).forEach(failed::addSuppressed);
            throw failed;
        }
    }

    private void start(Lane lane, Supplier<Optional<EntryDescriptor>> next) {
        Thread thread = new Thread(() -> hear(lane, next), "probity hearing " + lane.name());
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // what is under way ends within its limits
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(Lane lane, Supplier<Optional<EntryDescriptor>> next) {
        Optional<Throwable> mistake = Optional.empty();
        try {
            for (Optional<EntryDescriptor> entry = next.get();
                    entry.isPresent();
                    entry = next.get()) {
                proceedings.hear(entry.get(), lane);
            }
        } catch (Throwable e) { // the thread that reports throws it
            deal.end();
            mistake = Optional.of(e);
        }
        proceedings.ended(mistake);
    }

    private void report() {
        boolean interrupted = false;
        for (int running = lanes.size(); running > 0; ) {
            try {
                Proceedings.Message message = proceedings.next();
                if (message instanceof Proceedings.Begun begun) {
                    clerk.begun(begun.entry());
                } else if (message instanceof Proceedings.Heard heard) {
                    clerk.ruled(heard.entry(), heard.ruling());
                    proceedings.reported(heard.entry());
                } else if (message instanceof Proceedings.Ended ended) {
                    running--;
                    ended.mistake().ifPresent(mistakes::add);
                }
            } catch (InterruptedException e) {
                interrupted = true; // as on one lane, the run goes on
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
