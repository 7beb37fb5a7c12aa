package probity.report.recorded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import probity.judge.Verdict;

/**
 * The results of one version of one candidate.
 *
 * @param name as the candidate declares it
 * @param version as the candidate declares it
 * @param results what was observed, in the order of clauses and titles
 */
public record Recording(String name, String version, SortedMap<Place, Result> results) {
    public Recording {
        results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
    }

    /** Whether it is of this version of this candidate. */
    public boolean isOf(String otherName, String otherVersion) {
        return name.equals(otherName) && version.equals(otherVersion);
    }

    /** The name of its file, in which neither blanks nor slashes occur. */
    public String fileName() {
        return (name + "-" + version).replaceAll("[^A-Za-z0-9._+~-]+", "-").replaceAll("-$", "")
                + RecordingFile.SUFFIX;
    }

    /** The same, its FAILs explained as another explains them where it has the same. */
    public Recording explainedBy(Recording other) {
        SortedMap<Place, Result> explained = new TreeMap<>(results);
        explained.replaceAll(
                (place, result) -> {
                    Result old = other.results.get(place);
                    boolean same =
                            old != null
                                    && result.finding().isEmpty()
                                    && result.verdict() == Verdict.FAIL
                                    && result.saysTheSameAs(old);
                    return same ? result.explainedBy(old.finding()) : result;
                });
        return new Recording(name, version, explained);
    }

    /**
     * Compares what was observed with this.
     *
     * @param now what was observed, or a part of all
     * @param existing all that could be observed, so that what is gone is noticed
     */
    public List<Change> changes(Map<Place, Result> now, List<Place> existing) {
        List<Change> changes = new ArrayList<>();
        results.forEach(
                (place, recorded) -> {
                    Result seen = now.get(place);
                    if (seen == null && !existing.contains(place)) {
                        changes.add(new Change(place, recorded.toString(), "there is none"));
                    } else if (seen != null && !recorded.saysTheSameAs(seen)) {
                        changes.add(new Change(place, recorded.toString(), seen.toString()));
                    }
                });
        now.forEach(
                (place, seen) -> {
                    if (!results.containsKey(place)) {
                        changes.add(new Change(place, "nothing", seen.toString()));
                    }
                });
        return changes;
    }

    /**
     * A result that is not as it was recorded.
     *
     * @param place which one
     * @param recorded what is recorded
     * @param now what was seen
     */
    public record Change(Place place, String recorded, String now) {}
}
