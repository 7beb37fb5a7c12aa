package probity.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import probity.spi.Limits;
import probity.spi.Probe;

/**
 * What a feature says of a probe besides its handlers: {@code 16 bytes of data}, {@code the most
 * allowed bytes of data}, {@code a pool of 3}, {@code a cookie each}.
 *
 * @param text the phrase; empty for none
 */
public record ProbeOptions(String text) {
    static final String REGEX =
            "(?:(?:[0-9]+|the most allowed) bytes of data|a pool of [0-9]+|a cookie each)";
    static final ProbeOptions NONE = new ProbeOptions("");

    private static final Pattern DATA = Pattern.compile("(.+) bytes of data");
    private static final Pattern POOL = Pattern.compile("a pool of (\\d+)");
    private static final long COOKIE = 0xc0c0_0000_0000_0000L;

    /** The size of the entry data, in bytes. */
    int dataSize(Limits limits) {
        Matcher data = DATA.matcher(text);
        if (!data.matches()) {
            return 0;
        }
        return data.group(1).equals("the most allowed")
                ? limits.entryData()
                : Integer.parseInt(data.group(1));
    }

    /** The probe with these options. */
    Probe applyTo(Probe probe, Limits limits) {
        Matcher pool = POOL.matcher(text);
        if (pool.matches()) {
            return probe.withMaxActive(Integer.parseInt(pool.group(1)));
        }
        if (text.equals("a cookie each")) {
            return unsorted(probe).withCookies(cookies(probe));
        }
        int size = dataSize(limits);
        return size == 0 ? probe : probe.withData(size);
    }

    /** Names the functions in an order that is neither that of names nor of addresses. */
    private static Probe unsorted(Probe probe) {
        List<String> functions = new ArrayList<>(probe.functions());
        Collections.rotate(functions, 1);
        return probe.withFunctions(functions);
    }

    /** Distinct, of other probes' too, and not in the order of their functions. */
    private static List<Long> cookies(Probe probe) {
        long own = COOKIE + ((long) probe.name().charAt(0) << 16);
        int count = probe.functions().size();
        List<Long> cookies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cookies.add(own + (count - i) * 0x101L);
        }
        return cookies;
    }
}
