package probity.report.recorded;

/**
 * What a sentence says apart from numbers that differ from run to run: addresses, magic values,
 * process ids, and which of many events it was, since residue may be right by chance. Hexadecimal
 * numbers become {@code 0x…}, and a name beside an address goes with it; decimal ones of more than
 * three digits become {@code …}; small numbers say something, such as how often a handler ran.
 */
public final class Wording {
    private static final String NAMED_ADDRESS =
            "(0x[0-9a-f]{12,16}) \\([\\w.$]+(\\+0x[0-9a-f]+)?\\)";

    private Wording() {}

    /** The sentence without them, in one line. */
    public static String of(String sentence) {
        return sentence.replaceAll(NAMED_ADDRESS, "$1")
                .replaceAll("0x[0-9a-fA-F]+", "0x…")
                .replaceAll("\\bevent [0-9]+", "event …")
                .replaceAll("(?<![\\w.])[0-9]{4,}(?!\\w|\\.\\w)", "…")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
