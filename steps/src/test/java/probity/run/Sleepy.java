package probity.run;

import java.util.List;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;

/** A provider that never gets anything open. */
public final class Sleepy implements CandidateProvider {
    @Override
    public String scheme() {
        return "sleepy";
    }

    @Override
    public List<String> known() {
        return List.of("sleepy:<n>");
    }

    @Override
    public Candidate open(String rest) {
        new Hangs().describe();
        return null;
    }
}
