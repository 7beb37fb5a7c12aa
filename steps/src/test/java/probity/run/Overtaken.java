package probity.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;

/**
 * Its first plan ends when two others have begun: both in the other instance, whose first scenario
 * is heard by then. With one instance at a time it hangs.
 */
public final class Overtaken extends Several {
    private final AtomicBoolean first = new AtomicBoolean(true);
    private final CountDownLatch others = new CountDownLatch(2);

    @Override
    public String name() {
        return "overtaken";
    }

    @Override
    public Instance start(Options options) {
        return new MiniatureInstance() {
            @Override
            public Execution run(Plan plan) {
                if (first.getAndSet(false)) {
                    awaitOthers();
                } else {
                    others.countDown();
                }
                return super.run(plan);
            }
        };
    }

    private void awaitOthers() {
        try {
            if (!others.await(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Nobody else came.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
