package probity.run.candidates;

import java.util.List;
import java.util.ServiceLoader;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** {@code java:<name>}: candidates that are classes on the class path. */
final class JavaCandidates implements CandidateProvider {
    private final ClassLoader loader;

    JavaCandidates(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public String scheme() {
        return "java";
    }

    @Override
    public List<String> known() {
        List<String> names = all().stream().map(Candidate::name).sorted().toList();
        return names.isEmpty()
                ? List.of("java:<name>")
                : names.stream().map(name -> "java:" + name).toList();
    }

    @Override
    public Candidate open(String rest) throws CandidateUnavailable {
        List<Candidate> named = all().stream().filter(c -> rest.equals(c.name())).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new CandidateUnavailable(named.isEmpty() ? unknown(rest) : ambiguous(rest, named));
    }

    private Diagnostic unknown(String name) {
        return new Diagnostic(
                "unknown-candidate",
                "There is no Java candidate named '" + name + "'.",
                known().stream().map(known -> "known: " + known).toList(),
                "List the class in META-INF/services/"
                        + Candidate.class.getName()
                        + " and put it on the class path with -Dprobity.candidate.path.");
    }

    private static Diagnostic ambiguous(String name, List<Candidate> named) {
        return new Diagnostic(
                "ambiguous-candidate",
                "There are several Java candidates named '" + name + "'.",
                named.stream().map(candidate -> candidate.getClass().getName()).toList(),
                "Give each class another name().");
    }

    private List<Candidate> all() {
        return ServiceLoader.load(Candidate.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
