package probity.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request to hook functions. It is not validated here: an ill-formed request is for the
 * implementation to refuse.
 *
 * @param name how the judge calls it in a plan and finds its events; unique in an instance
 * @param kind the interface
 * @param functions the symbols to hook
 * @param entry what to do at entry, if there is an entry handler
 * @param exit what to do at exit, if there is an exit handler
 * @param entryData how many bytes of entry data each activation gets; 0 for none
 * @param cookies one per function, or empty
 * @param maxActive pool size of a kretprobe; 0 for the implementation's default
 */
public record Probe(
        String name,
        ProbeKind kind,
        List<String> functions,
        Optional<Script> entry,
        Optional<Script> exit,
        int entryData,
        List<Long> cookies,
        int maxActive) {
    public Probe {
        Given.value(name, "Probe.name");
        Given.value(kind, "Probe.kind");
        functions = Given.list(functions, "Probe.functions");
        Given.value(entry, "Probe.entry");
        Given.value(exit, "Probe.exit");
        cookies = Given.list(cookies, "Probe.cookies");
    }

    /** A probe without handlers, entry data, cookies or pool size. */
    public static Probe of(String name, ProbeKind kind, String... functions) {
        return new Probe(
                name,
                kind,
                Arrays.asList(functions),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                0);
    }

    /** The same with an entry handler. */
    public Probe onEntry(Action... actions) {
        return withScript(Side.ENTRY, Optional.of(Script.of(actions)));
    }

    /** The same with an exit handler. */
    public Probe onExit(Action... actions) {
        return withScript(Side.EXIT, Optional.of(Script.of(actions)));
    }

    /** The same with another handler at one side, or none. */
    public Probe withScript(Side side, Optional<Script> script) {
        return new Probe(
                name,
                kind,
                functions,
                side == Side.ENTRY ? script : entry,
                side == Side.EXIT ? script : exit,
                entryData,
                cookies,
                maxActive);
    }

    /** The same by another name. */
    public Probe withName(String other) {
        return new Probe(other, kind, functions, entry, exit, entryData, cookies, maxActive);
    }

    /** The same by another interface. */
    public Probe withKind(ProbeKind other) {
        return new Probe(name, other, functions, entry, exit, entryData, cookies, maxActive);
    }

    /** The same on other functions; its cookies stay as they are. */
    public Probe withFunctions(List<String> others) {
        return new Probe(name, kind, others, entry, exit, entryData, cookies, maxActive);
    }

    /** The same with this many bytes of entry data. */
    public Probe withData(int bytes) {
        return new Probe(name, kind, functions, entry, exit, bytes, cookies, maxActive);
    }

    /** The same with cookies, one per function. */
    public Probe withCookies(List<Long> values) {
        return new Probe(name, kind, functions, entry, exit, entryData, values, maxActive);
    }

    /** The same with a pool of this many instances. */
    public Probe withMaxActive(int instances) {
        return new Probe(name, kind, functions, entry, exit, entryData, cookies, instances);
    }

    /** The script of one side, if there is a handler. */
    public Optional<Script> script(Side side) {
        return side == Side.ENTRY ? entry : exit;
    }

    /** What the handler of one side does; nothing if there is none. */
    public List<Action> actions(Side side) {
        return script(side).map(Script::actions).orElse(List.of());
    }
}
