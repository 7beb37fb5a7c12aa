package probity.judge.toy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import probity.spi.Activation;
import probity.spi.Point;
import probity.spi.RegisterFile;

/** One activation while it lives. */
final class ToyFrame {
    final int id;
    final ToyFunction function;
    final Optional<ToyFrame> caller;
    final long returnAddress;
    final boolean nested;
    final int step;
    final int cpu;
    final int started;
    final Map<Point, RegisterFile> points = new EnumMap<>(Point.class);
    final List<ToyPending> pending = new ArrayList<>();
    final List<ToyFrame> tailCallers = new ArrayList<>();
    List<ToyFunction.Step> steps = List.of();
    int next;
    long seed;
    Activation.End end = Activation.End.PENDING;
    OptionalInt ended = OptionalInt.empty();
    OptionalInt successor = OptionalInt.empty();

    ToyFrame(
            int id,
            ToyFunction function,
            Optional<ToyFrame> caller,
            long returnAddress,
            boolean nested,
            int step,
            int cpu,
            int started) {
        this.id = id;
        this.function = function;
        this.caller = caller;
        this.returnAddress = returnAddress;
        this.nested = nested;
        this.step = step;
        this.cpu = cpu;
        this.started = started;
    }

    void end(Activation.End how, int position) {
        end = how;
        ended = OptionalInt.of(position);
    }

    /** The addresses in the callers, the direct one first. */
    List<Long> callers() {
        List<Long> addresses = new ArrayList<>();
        Optional<ToyFrame> frame = Optional.of(this);
        while (frame.isPresent()) {
            addresses.add(frame.get().returnAddress);
            frame = frame.get().caller;
        }
        return addresses;
    }

    Activation activation(int task) {
        OptionalInt parent =
                caller.map(frame -> OptionalInt.of(frame.id)).orElse(OptionalInt.empty());
        return new Activation(
                id,
                parent,
                task,
                cpu,
                step,
                function.symbol(),
                returnAddress,
                nested,
                points,
                end,
                started,
                ended,
                successor);
    }
}
