package probity.reference;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import probity.spi.ContextPolicy;
import probity.spi.Stage;
import probity.spi.Unsaved;

/** Turns designs into candidates. */
public final class Designs {
    private static final String VERSION = "1";
    private static final Map<String, ElfImage> IMAGES = new ConcurrentHashMap<>();

    private Designs() {}

    /** A sensible design as a candidate. */
    public static EmulatedCandidate candidate(Design design) {
        return candidate(design, Parts::new);
    }

    /** A sensible design with other parts. */
    public static EmulatedCandidate candidate(Design design, Supplier<Parts> parts) {
        return new EmulatedCandidate(
                "reference-" + design.name(), declaration(design, trampolines(design)), parts);
    }

    /** What a sensible design declares, on its own trampolines or others. */
    public static Declaration declaration(Design design, Trampolines trampolines) {
        return new Declaration(
                "reference " + design.name(),
                VERSION,
                trampolines,
                design.context(),
                design.context() == ContextPolicy.DENIED ? Unsaved.DENIED : Unsaved.ZERO,
                design.stage(),
                kretprobeUsers(design.stage()));
    }

    /** The trampolines of a sensible design. */
    public static Trampolines trampolines(Design design) {
        boolean full = design.frame() == Design.Frame.FULL;
        boolean returns = design.stage() != Stage.LEGACY;
        return new Trampolines(
                IMAGES.computeIfAbsent(design.resource(), Designs::load),
                full ? SetLayout.FULL : SetLayout.LIGHT_ENTRY,
                Optional.of(full ? SetLayout.FULL : SetLayout.LIGHT_RETURN)
                        .filter(layout -> returns),
                Optional.of(SetLayout.FULL).filter(layout -> design.hand()));
    }

    /** Who still needs kretprobe; at stage 2 all of them have moved (RET-08). */
    private static List<String> kretprobeUsers(Stage stage) {
        switch (stage) {
            case LEGACY:
                return List.of("systemtap", "perf", "trace events", "BPF");
            case COEXISTING:
                return List.of("systemtap", "trace events");
            default:
                return List.of();
        }
    }

    private static ElfImage load(String resource) {
        try (InputStream stream = Designs.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new FileNotFoundException(
                        "The resource "
                                + resource
                                + " is missing: run reference-impl/build-trampolines.sh.");
            }
            return ElfImage.parse(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
