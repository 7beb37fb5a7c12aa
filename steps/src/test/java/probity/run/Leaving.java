package probity.run;

import java.util.concurrent.CountDownLatch;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;

/** Ends the virtual machine in one instance while a call in another one does not come back. */
public final class Leaving extends Several {
    private final CountDownLatch hanging = new CountDownLatch(1);

    @Override
    public String name() {
        return "leaving";
    }

    @Override
    public Instance start(Options options) {
        return new MiniatureInstance() {
            @Override
            public Execution run(Plan plan) {
                if (plan.equals(call("hangs"))) {
                    hanging.countDown();
                } else {
                    await();
                }
                return super.run(plan);
            }
        };
    }

    private void await() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
