package probity.reference;

import java.util.function.Supplier;
import probity.spi.Candidate;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.MisuseException;
import probity.spi.Options;

/** A hook core on some trampolines on the emulated machine, as a candidate. */
public final class EmulatedCandidate implements Candidate {
    private final String name;
    private final Declaration declaration;
    private final Description description;
    private final Supplier<Parts> parts;

    /** The reference's hook core on these trampolines. */
    public EmulatedCandidate(String name, Declaration declaration) {
        this(name, declaration, Parts::new);
    }

    /**
     * A hook core of these parts.
     *
     * @param parts makes the parts of each instance
     */
    public EmulatedCandidate(String name, Declaration declaration, Supplier<Parts> parts) {
        this(name, declaration, declaration.description(), parts);
    }

    /**
     * A hook core of these parts that declares something else of itself than what it does.
     *
     * @param description what it declares; it is also what attach decides by
     */
    public EmulatedCandidate(
            String name, Declaration declaration, Description description, Supplier<Parts> parts) {
        this.name = name;
        this.declaration = declaration;
        this.description = description;
        this.parts = parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public Instance start(Options options) {
        if (options == null) {
            throw new MisuseException("The options to start with are null.");
        }
        return new EmulatedInstance(declaration, description, parts.get(), options);
    }
}
