package probity.run.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** {@code java:<name>}: candidates that are classes on the class path. */
final class JavaCandidates implements CandidateProvider {
    private final ClassLoader loader;
    private final List<String> broken = new ArrayList<>();

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
        broken.clear();
        List<String> causes = new ArrayList<>();
        known().forEach(known -> causes.add("known: " + known));
        broken.forEach(why -> causes.add("broken: " + why));
        return new Diagnostic(
                "unknown-candidate",
                "There is no Java candidate named '" + name + "'.",
                causes,
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

    /** Those that can be made; a class that cannot is not to keep others from being found. */
    private List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        ServiceLoader.load(Candidate.class, loader).stream()
                .forEach(
                        provider -> {
                            try {
                                all.add(provider.get());
                            } catch (ServiceConfigurationError e) {
                                broken.add(e.getMessage());
                            }
                        });
        return all;
    }
}
