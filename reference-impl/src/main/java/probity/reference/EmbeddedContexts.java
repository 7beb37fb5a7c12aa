package probity.reference;

import java.util.OptionalLong;

/** Hands the stored set itself to programs, whole as it is; a field it lacks reads as zero. */
public class EmbeddedContexts implements ContextBuilder {
    private final DeclaredSets declared;

    /** Contexts as declared. */
    public EmbeddedContexts(DeclaredSets declared) {
        this.declared = declared;
    }

    @Override
    public Context open(HandlerCall call) {
        return new SetContext(
                call.set(), declared.of(call.probe().kind(), call.side()), OptionalLong.of(0));
    }
}
