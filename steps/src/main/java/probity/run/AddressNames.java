package probity.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes beside an address in a failure's texts what lies there, where the candidate knows it. */
final class AddressNames {
    /** An address of a kernel; smaller numbers are sizes, offsets and values. */
    private static final Pattern ADDRESS = Pattern.compile("\\b0x([0-9a-f]{12,16})\\b");

    private AddressNames() {}

    /**
     * The violation with names in it.
     *
     * @param candidate tells the names of addresses; asked once, and not at all if there are none
     */
    static Violation in(Violation violation, Function<Set<Long>, Map<Long, String>> candidate) {
        Set<Long> addresses = new LinkedHashSet<>();
        texts(violation).forEach(text -> collect(text, addresses));
        Map<Long, String> names = addresses.isEmpty() ? Map.of() : candidate.apply(addresses);
        return names.isEmpty() ? violation : violation.withTexts(text -> named(text, names));
    }

    private static Stream<String> texts(Violation violation) {
        return Stream.concat(
                Stream.of(violation.title()),
                violation.lines().stream()
                        .map(line -> List.of(line.expected(), line.actual()))
                        .flatMap(List::stream));
    }

    private static void collect(String text, Set<Long> addresses) {
        ADDRESS.matcher(text).results().forEach(match -> addresses.add(address(match.group(1))));
    }

    private static String named(String text, Map<Long, String> names) {
        return ADDRESS.matcher(text)
                .replaceAll(
                        match ->
                                Optional.ofNullable(names.get(address(match.group(1))))
                                        .map(name -> match.group() + " (" + name + ")")
                                        .map(Matcher::quoteReplacement)
                                        .orElse("$0"));
    }

    private static long address(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
