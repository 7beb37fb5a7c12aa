package probity.run;

/** Cannot even be made; others must be found all the same. */
public final class Unmakeable extends Miniature {
    public Unmakeable() {
        throw new IllegalStateException("not today");
    }
}
