package probity.run;

import probity.spi.Description;

/** Hangs at the first question and at every other, and ignores interrupts. */
public final class Hangs extends Miniature {
    @Override
    public String name() {
        return "hangs";
    }

    @Override
    public Description describe() {
        while (true) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                // ignored on purpose
            }
        }
    }
}
