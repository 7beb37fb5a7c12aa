package probity.run.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import probity.run.Lane;
import probity.run.guard.VmEnd;

/**
 * What the end of the virtual machine breaks off.
 *
 * @param underWay what was being heard, in its order, each with why it has no verdict, as a
 *     sentence
 * @param ended that of them in which the end was called for, or else the first
 */
record BrokenOff(Map<EntryDescriptor, String> underWay, EntryDescriptor ended) {
    /**
     * Finds out.
     *
     * @param left what there is no ruling on, in its order; not empty
     * @param onLanes what is being heard on several lanes, and maybe more
     * @param first the first lane on which an entry's candidate is heard, if one was opened
     */
    static BrokenOff of(
            List<EntryDescriptor> left,
            Map<EntryDescriptor, Lane> onLanes,
            Function<EntryDescriptor, Optional<Lane>> first,
            VmEnd end) {
        Map<EntryDescriptor, Optional<Lane>> underWay = new LinkedHashMap<>();
        left.stream()
                .filter(onLanes::containsKey)
                .forEach(entry -> underWay.put(entry, Optional.of(onLanes.get(entry))));
        if (underWay.isEmpty()) { // on one lane everything is heard in its order
            underWay.put(left.get(0), first.apply(left.get(0)));
        }
        Map<EntryDescriptor, String> reasons = new LinkedHashMap<>();
        underWay.forEach((entry, lane) -> reasons.put(entry, why(lane, end)));
        EntryDescriptor ended =
                underWay.entrySet().stream()
                        .filter(e -> e.getValue().filter(lane -> lane.called(end)).isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(underWay.keySet().iterator().next());
        return new BrokenOff(reasons, ended);
    }

    private static String why(Optional<Lane> lane, VmEnd end) {
        return lane.map(its -> its.atEnd(end)).orElseGet(() -> end.sentence(Optional.empty()));
    }

    /** Why the run was broken off, as a sentence. */
    String why() {
        return underWay.get(ended);
    }
}
