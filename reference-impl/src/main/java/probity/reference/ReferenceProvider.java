package probity.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** Opens {@code reference} and {@code reference:<design>}. */
public final class ReferenceProvider implements CandidateProvider {
    private static final String SCHEME = "reference";

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public List<String> known() {
        List<String> known = new ArrayList<>(List.of(SCHEME));
        Design.all().forEach(design -> known.add(address(design)));
        return known;
    }

    @Override
    public Candidate open(String rest) throws CandidateUnavailable {
        Optional<Design> design = design(rest);
        if (design.isEmpty()) {
            throw unavailable(
                    "unknown-design",
                    "There is no design '" + rest + "' of the reference.",
                    List.of());
        }
        Optional<String> objection = design.get().objection();
        if (objection.isPresent()) {
            throw unavailable(
                    "senseless-design",
                    "The design '" + rest + "' of the reference makes no sense.",
                    List.of(objection.get()));
        }
        return Designs.candidate(design.get());
    }

    @Override
    public List<String> releaseLine(String rest) {
        return design(rest)
                .map(design -> design.releaseLine().stream().map(this::address).toList())
                .orElseGet(() -> CandidateProvider.super.releaseLine(rest));
    }

    private static Optional<Design> design(String rest) {
        return rest.isEmpty() ? Optional.of(Design.DEFAULT) : Design.parse(rest);
    }

    private String address(Design design) {
        return SCHEME + ":" + design.name();
    }

    private CandidateUnavailable unavailable(String code, String message, List<String> causes) {
        return new CandidateUnavailable(
                new Diagnostic(
                        code, message, causes, "Known are " + String.join(", ", known()) + "."));
    }
}
