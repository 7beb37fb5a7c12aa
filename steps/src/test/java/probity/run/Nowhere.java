package probity.run;

/** Says that no instance of it may be in use. */
public final class Nowhere extends Miniature {
    @Override
    public String name() {
        return "nowhere";
    }

    @Override
    public int parallelism() {
        return 0;
    }
}
