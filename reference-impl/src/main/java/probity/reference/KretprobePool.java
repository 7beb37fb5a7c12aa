package probity.reference;

/** The instances of one kretprobe: how many activations of it can be pending at once. */
public class KretprobePool {
    private final int size;
    private int used;

    /** A pool of this many instances. */
    public KretprobePool(int size) {
        this.size = size;
    }

    /** Takes an instance; whether there was one. */
    public boolean take() {
        if (used == size) {
            return false;
        }
        used++;
        return true;
    }

    /** Puts an instance back. */
    public void giveBack() {
        used--;
    }

    /** How many instances there are if nobody says: Linux's max(10, 2·CPUs). */
    public static int defaultSize(int cpus) {
        return Math.max(10, 2 * cpus);
    }
}
