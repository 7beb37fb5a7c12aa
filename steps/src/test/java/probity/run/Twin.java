package probity.run;

/** The same as the miniature under another name, for runs of several candidates. */
public final class Twin extends Miniature {
    @Override
    public String name() {
        return "twin";
    }
}
