package probity.linux.guest;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import probity.linux.guest.Trouble.Kind;
import probity.spi.Ending;

/**
 * Looks at what becomes of a guest from some moment on. What the kernel says of its own code is a
 * verdict on what it was asked to do; for a stall the host may be to blame, which had something
 * else to do.
 */
public final class Watch {
    private static final Set<Kind> BLAMED = EnumSet.of(Kind.PANIC, Kind.OOPS, Kind.WARNING);

    private final Console console;
    private final Supplier<List<String>> calls;
    private final int since;

    Watch(Console console, Supplier<List<String>> calls) {
        this.console = console;
        this.calls = calls;
        this.since = console.length();
    }

    /** What the kernel complained of since then, although the guest goes on. */
    public Optional<Mishap> complaint() {
        List<Trouble> troubles = console.troublesSince(since);
        return troubles.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Mishap.of(
                                ending(troubles), sentence(troubles), console.tail(), calls.get()));
    }

    /** What the loss of the guest comes to. */
    public Mishap of(GuestLost lost) {
        String sentence = lost.diagnostic().message();
        if (lost.fate() == Fate.CRASHED) {
            return Mishap.of(Ending.TRAP, sentence, lost.console(), lost.calls());
        }
        List<Trouble> before =
                console.troublesSince(since).stream()
                        .filter(trouble -> trouble.kind() != Kind.INIT_ENDED)
                        .toList();
        return before.isEmpty()
                ? startless(lost)
                : Mishap.of(
                        ending(before),
                        sentence(before) + " Then: " + sentence,
                        lost.console(),
                        lost.calls());
    }

    /** What the loss of a guest comes to that was asked for nothing yet. */
    public static Mishap startless(GuestLost lost) {
        String causes =
                lost.diagnostic().causes().stream()
                        .map(cause -> " " + cause)
                        .collect(Collectors.joining());
        return Mishap.of(
                Ending.LOST, lost.diagnostic().message() + causes, lost.console(), lost.calls());
    }

    private static Ending ending(List<Trouble> troubles) {
        return blamed(troubles).isEmpty() ? Ending.LOST : Ending.TRAP;
    }

    private static String sentence(List<Trouble> troubles) {
        List<Trouble> blamed = blamed(troubles);
        return blamed.isEmpty()
                ? "The kernel makes no progress: " + lines(troubles)
                : "The kernel complained: " + lines(blamed);
    }

    private static List<Trouble> blamed(List<Trouble> troubles) {
        return troubles.stream().filter(trouble -> BLAMED.contains(trouble.kind())).toList();
    }

    private static String lines(List<Trouble> troubles) {
        String all =
                troubles.stream().map(Trouble::line).distinct().collect(Collectors.joining("; "));
        return all.endsWith(".") ? all : all + ".";
    }
}
