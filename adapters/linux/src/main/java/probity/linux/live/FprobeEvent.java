package probity.linux.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import probity.linux.perf.PerfRecord;
import probity.linux.tracefs.FprobeRecord;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.RegisterFile;
import probity.spi.Sample;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Walk;

/**
 * One side of an fprobe on one function, seen through an event of tracefs: the event is an fprobe
 * of its own, whose handler is the kernel's. Each hit leaves a perf sample, taken at the registers
 * that the handler got, and with it the event's record.
 *
 * @param probe what it serves
 * @param side which of its sides
 * @param function where
 * @param id of the event, in its records
 */
record FprobeEvent(Probe probe, Side side, String function, int id) {
    /** What a perf sample shows of the registers that the event's handler got. */
    private static final List<String> SAMPLED = List.of("x29", "pc");

    /** The registers that can be seen at a side, of those that a handler gets. */
    static Set<String> shown(Side side) {
        Set<String> shown = new LinkedHashSet<>(FprobeRecord.registers(side));
        shown.addAll(SAMPLED);
        return shown;
    }

    /**
     * What a hit showed.
     *
     * @param sequence its position among all
     * @param task the plan's number of the task
     * @param cpu where its ring buffer is
     */
    Event event(int sequence, int task, int cpu, PerfRecord.Sampled sampled) {
        FprobeRecord record = FprobeRecord.read(sampled.raw(), side);
        RegisterFile registers = registers(record, sampled.sample());
        List<Observation> observations = new ArrayList<>();
        for (Action action : probe.actions(side)) {
            observations.add(observation(action, registers, sampled.sample()));
        }
        return new Event(
                sequence,
                probe.name(),
                side,
                cpu,
                task,
                function,
                false,
                OptionalLong.of(record.entryIp()),
                record.returnIp(),
                OptionalInt.empty(),
                SetKind.LIGHT,
                observations);
    }

    private static RegisterFile registers(FprobeRecord record, Sample sample) {
        RegisterFile.Builder all = RegisterFile.builder(Architecture.ARM64);
        record.registers().names().forEach(name -> all.set(name, record.registers().get(name)));
        SAMPLED.stream()
                .filter(name -> sample.registers().has(name))
                .forEach(name -> all.set(name, sample.registers().get(name)));
        return all.build();
    }

    private static Observation observation(Action action, RegisterFile registers, Sample sample) {
        if (action instanceof Action.Capture capture) {
            return new Observation.Captured(capture.label(), registers);
        } else if (action instanceof Action.Read read) {
            return new Observation.ReadField(
                    read.label(), read.register(), registers.find(read.register()));
        } else if (action instanceof Action.Walk walk) {
            return new Observation.Walked(walk.label(), walk.from(), new Walk(sample.callChain()));
        } else if (action instanceof Action.Sample take) {
            Sample taken =
                    new Sample(
                            sample.mode(),
                            sample.ip(),
                            sample.callChain(),
                            sample.registers().only(take.registers()));
            return new Observation.Sampled(take.label(), 0, Optional.of(taken));
        }
        throw new IllegalStateException("No event shows " + action + ".");
    }
}
