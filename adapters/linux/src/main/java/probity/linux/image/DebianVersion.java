package probity.linux.image;

import java.util.Comparator;

/**
 * A version of a Debian package, in the order that Debian Policy 5.6.12 gives: parts of digits
 * count as numbers, a tilde comes before everything, even the end, and letters before other
 * characters.
 *
 * @param text the version
 */
record DebianVersion(String text) implements Comparable<DebianVersion> {
    @Override
    public int compareTo(DebianVersion other) {
        return Comparator.comparingLong(DebianVersion::epoch)
                .thenComparing(DebianVersion::upstream, DebianVersion::compare)
                .thenComparing(DebianVersion::revision, DebianVersion::compare)
                .compare(this, other);
    }

    private long epoch() {
        int colon = text.indexOf(':');
        return colon < 0 ? 0 : Long.parseLong(text.substring(0, colon));
    }

    private String upstream() {
        String rest = text.substring(text.indexOf(':') + 1);
        int hyphen = rest.lastIndexOf('-');
        return hyphen < 0 ? rest : rest.substring(0, hyphen);
    }

    private String revision() {
        int hyphen = text.lastIndexOf('-');
        return hyphen < 0 ? "" : text.substring(hyphen + 1);
    }

    /** Digits and what is between them, by turns. */
    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() || j < other.length()) {
            while (isText(one, i) || isText(other, j)) {
                int order = Integer.compare(weight(one, i), weight(other, j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            int endOfOne = endOfDigits(one, i);
            int endOfOther = endOfDigits(other, j);
            int order = Long.compare(number(one, i, endOfOne), number(other, j, endOfOther));
            if (order != 0) {
                return order;
            }
            i = endOfOne;
            j = endOfOther;
        }
        return 0;
    }

    private static boolean isText(String text, int at) {
        return at < text.length() && !isDigit(text.charAt(at));
    }

    private static int weight(String text, int at) {
        if (!isText(text, at)) {
            return 0;
        }
        char c = text.charAt(at);
        if (c == '~') {
            return -1;
        }
        return Character.isLetter(c) ? c : c + 256;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static long number(String text, int from, int end) {
        return from >= end ? 0 : Long.parseLong(text.substring(from, end));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return text;
    }
}
