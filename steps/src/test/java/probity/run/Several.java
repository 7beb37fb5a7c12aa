package probity.run;

/** The miniature, of which two instances may be in use at the same time. */
public class Several extends Miniature {
    @Override
    public String name() {
        return "several";
    }

    @Override
    public int parallelism() {
        return 2;
    }
}
