package probity.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import probity.spi.ContextPolicy;
import probity.spi.Stage;

/**
 * One of the alternatives of the discussion, as {@code <entry>-<context>-<stage>[-hand]}.
 *
 * @param frame what the entry and return trampolines store
 * @param context how programs are served
 * @param stage how far kretprobe's removal has come
 * @param hand whether kretprobe's trampoline builds its set by hand instead of by {@code brk #7}
 */
public record Design(Frame frame, ContextPolicy context, Stage stage, boolean hand) {
    /** What trampolines store. */
    public enum Frame {
        /** {@code ftrace_regs} with arguments or results, x29, x30, sp, pc. */
        LIGHT,
        /** A whole {@code pt_regs}. */
        FULL
    }

    /** The default. */
    public static final Design DEFAULT =
            new Design(Frame.LIGHT, ContextPolicy.SPARSE, Stage.COEXISTING, false);

    private static final String HAND = "hand";

    /** All sensible designs, default first. */
    public static List<Design> all() {
        List<Design> all = new ArrayList<>(List.of(DEFAULT));
        for (Frame frame : Frame.values()) {
            for (ContextPolicy context : ContextPolicy.values()) {
                for (Stage stage : Stage.values()) {
                    for (boolean hand : new boolean[] {false, true}) {
                        Design design = new Design(frame, context, stage, hand);
                        if (design.objection().isEmpty() && !design.equals(DEFAULT)) {
                            all.add(design);
                        }
                    }
                }
            }
        }
        return all;
    }

    /** The design of a name, sensible or not; empty if it is not the name of one. */
    public static Optional<Design> parse(String name) {
        for (Frame frame : Frame.values()) {
            for (ContextPolicy context : ContextPolicy.values()) {
                for (Stage stage : Stage.values()) {
                    for (boolean hand : new boolean[] {false, true}) {
                        Design design = new Design(frame, context, stage, hand);
                        if (design.name().equals(name)) {
                            return Optional.of(design);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Why the combination makes no sense, if it does not: a full sentence. */
    public Optional<String> objection() {
        if (frame == Frame.LIGHT && context == ContextPolicy.FULL) {
            return Optional.of("A light frame is too small to embed a whole pt_regs in it.");
        }
        if (frame == Frame.FULL && context != ContextPolicy.FULL) {
            return Optional.of(
                    "A full frame holds a whole pt_regs: there is nothing to make %s of."
                            .formatted(word(context)));
        }
        if (hand && stage == Stage.REMOVED) {
            return Optional.of("At stage 3 there is no kretprobe trampoline to build by hand.");
        }
        return Optional.empty();
    }

    /** The name, as in {@code reference:<name>}. */
    public String name() {
        String base = word(frame) + "-" + word(context) + "-" + stage.number();
        return hand ? base + "-" + HAND : base;
    }

    /** The same design at each stage, oldest first: how it is released. */
    public List<Design> releaseLine() {
        List<Design> line = new ArrayList<>();
        for (Stage next : Stage.values()) {
            line.add(new Design(frame, context, next, hand && next != Stage.REMOVED));
        }
        return line;
    }

    /** The file with the trampolines of this design. */
    String resource() {
        String kretprobe = hand ? "-" + HAND : "-brk";
        switch (stage) {
            case LEGACY:
                return word(frame) + "-legacy" + kretprobe + ".elf";
            case REMOVED:
                return word(frame) + "-removed.elf";
            default:
                return word(frame) + "-coexisting" + kretprobe + ".elf";
        }
    }

    private static String word(Enum<?> value) {
        return value == ContextPolicy.FULL ? "embedded" : value.name().toLowerCase(Locale.ROOT);
    }
}
