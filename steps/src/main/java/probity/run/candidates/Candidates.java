package probity.run.candidates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** All candidates that can be addressed. */
public final class Candidates {
    private final Map<String, CandidateProvider> providers = new TreeMap<>();

    /**
     * The providers of a class path, and {@code java:}.
     *
     * @param loader where providers and Java candidates are looked for
     */
    public Candidates(ClassLoader loader) {
        this(
                Stream.concat(
                                ServiceLoader.load(CandidateProvider.class, loader).stream()
                                        .map(ServiceLoader.Provider::get),
                                Stream.of(new JavaCandidates(loader)))
                        .toList());
    }

    /** These providers. */
    Candidates(List<CandidateProvider> list) {
        list.forEach(provider -> providers.put(provider.scheme(), provider));
    }

    /** The addresses and address patterns that can be opened. */
    public List<String> known() {
        return providers.values().stream().flatMap(p -> p.known().stream()).toList();
    }

    /**
     * Opens the candidate at an address.
     *
     * @throws CandidateUnavailable if the address leads nowhere; where its scheme is unknown, the
     *     diagnostic lists what is known
     */
    public Candidate open(String address) throws CandidateUnavailable {
        return open(address, line -> {});
    }

    /**
     * The same, told of what takes more than a moment.
     *
     * @param progress gets a line for it
     */
    public Candidate open(String address, Consumer<String> progress) throws CandidateUnavailable {
        CandidateProvider provider = provider(address);
        try {
            Candidate candidate = provider.open(rest(address), progress);
            if (candidate != null) {
                return candidate;
            }
            throw failure(address, provider, "Its provider answered null.");
        } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
            throw failure(address, provider, "Its provider threw " + e + ".");
        }
    }

    /** The options of all schemes, each with what it means. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        providers.values().forEach(provider -> options.putAll(provider.options()));
        return options;
    }

    /** How long opening an address may take, where that is longer than other calls. */
    public Duration openingLimit(String address) {
        return limit(address, CandidateProvider::openingLimit);
    }

    /** How long one call into the candidate at an address may take at least; zero if unknown. */
    public Duration callLimit(String address) {
        return limit(address, CandidateProvider::callLimit);
    }

    private Duration limit(String address, Function<CandidateProvider, Duration> which) {
        try {
            return which.apply(provider(address));
        } catch (CandidateUnavailable unknown) {
            return Duration.ZERO;
        }
    }

    /**
     * The release line of an address, oldest first.
     *
     * @throws CandidateUnavailable if there is no such scheme
     */
    public List<String> releaseLine(String address) throws CandidateUnavailable {
        return provider(address).releaseLine(rest(address));
    }

    private CandidateProvider provider(String address) throws CandidateUnavailable {
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? address : address.substring(0, colon);
        CandidateProvider provider = providers.get(scheme);
        if (provider == null) {
            throw unknown(address);
        }
        return provider;
    }

    private static String rest(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? "" : address.substring(colon + 1);
    }

    private CandidateUnavailable unknown(String address) {
        List<String> causes = new ArrayList<>();
        known().forEach(known -> causes.add("known: " + known));
        String hint =
                Misspelling.nearest(address, known())
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse(
                                "Name one of these, or several with commas between them; a comma"
                                        + " in an address is written as '\\,'.");
        String message = "There is no candidate '" + address + "'.";
        return new CandidateUnavailable(new Diagnostic("unknown-candidate", message, causes, hint));
    }

    private static CandidateUnavailable failure(
            String address, CandidateProvider provider, String cause) {
        return new CandidateUnavailable(
                new Diagnostic(
                        "candidate-fails-to-open",
                        "The candidate '" + address + "' could not be opened.",
                        List.of(cause),
                        "The code to look at is " + provider.getClass().getName() + "."));
    }
}
