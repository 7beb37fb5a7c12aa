package probity.run.engine;

/**
 * What is done if the virtual machine ends before this is closed: somebody pressed Ctrl-C, or a
 * candidate called {@link System#exit}. {@link Runtime#halt} and a crash leave no time for it.
 */
final class LastWord implements AutoCloseable {
    private final Thread hook;

    LastWord(Runnable words) {
        hook = new Thread(words, "probity last word");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the end has begun, and the words are being said
        }
    }
}
