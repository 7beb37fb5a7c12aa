package probity.steps;

import probity.spi.ProbeKind;

/**
 * A probe as features speak of it, such as {@code session program A}.
 *
 * @param kind the interface
 * @param name one capital letter
 */
public record ProbeRef(ProbeKind kind, String name) {
    static final String REGEX =
            "(?:fprobe|kprobe|kretprobe|jprobe|multi-kprobe program|session program) [A-Z]";

    static ProbeRef parse(String text) {
        int space = text.lastIndexOf(' ');
        return new ProbeRef(kind(text.substring(0, space)), text.substring(space + 1));
    }

    private static ProbeKind kind(String words) {
        return switch (words) {
            case "fprobe" -> ProbeKind.FPROBE;
            case "kprobe" -> ProbeKind.KPROBE;
            case "kretprobe" -> ProbeKind.KRETPROBE;
            case "jprobe" -> ProbeKind.JPROBE;
            case "multi-kprobe program" -> ProbeKind.MULTI;
            case "session program" -> ProbeKind.SESSION;
            default -> throw new IllegalArgumentException("No probe kind is called " + words + ".");
        };
    }
}
