package probity.run;

/**
 * Hands the trial to a property. jqwik makes property classes itself and lets nothing be passed in,
 * but runs a property on the thread that asked for it; so the trial waits there.
 */
public final class CurrentTrial {
    private static final ThreadLocal<Trial> TRIAL = new ThreadLocal<>();

    private CurrentTrial() {}

    /**
     * The trial that the running property is heard in.
     *
     * @throws IllegalStateException outside of a run
     */
    public static Trial get() {
        Trial trial = TRIAL.get();
        if (trial == null) {
            throw new IllegalStateException(
                    "There is no trial on this thread: properties are run by the engine 'probity'.");
        }
        return trial;
    }

    static void during(Trial trial, Runnable action) {
        TRIAL.set(trial);
        try {
            action.run();
        } finally {
            TRIAL.remove();
        }
    }
}
