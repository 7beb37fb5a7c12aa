package probity.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import probity.assembly.PropertiesFile.Entry;
import probity.reference.SetLayout;
import probity.spi.ContextPolicy;
import probity.spi.Diagnostic;
import probity.spi.Stage;

/**
 * Makes {@link CandidateProperties} of a file's lines. Everything that the file alone can tell is
 * checked here; what also takes the trampolines is checked by {@link Agreement}.
 */
final class PropertiesReader {
    static final String NAME = "name";
    static final String VERSION = "version";
    static final String STAGE = "kretprobe.stage";
    static final String POLICY = "context.policy";

    /** Every key that means something. */
    static final List<String> KEYS = keys();

    private final PropertiesFile file;
    private final Problems problems;
    private final Optional<String> name;
    private final Optional<Stage> stage;
    private final Optional<ContextPolicy> policy;
    private final Optional<SetLayout> entry;
    private final Optional<SetLayout> exit;
    private final Optional<SetLayout> kretprobe;

    PropertiesReader(String text, Problems problems) {
        this.problems = problems;
        this.file = PropertiesFile.parse(text, problems);
        unknownKeys();
        name = required(NAME, PropertiesReader::name, PropertyProblems::badName);
        stage = required(STAGE, PropertiesReader::stage, PropertyProblems::badStage);
        policy = required(POLICY, PropertiesReader::policy, PropertyProblems::badPolicy);
        entry = layout(SetName.ENTRY, List.of("lr", "pc", "size"));
        exit = exit();
        kretprobe = kretprobe();
        if (policy.equals(Optional.of(ContextPolicy.FULL))) {
            entry.ifPresent(set -> servesFull(SetName.ENTRY, set));
            exit.ifPresent(set -> servesFull(SetName.RETURN, set));
        }
    }

    /** The declared stage, if it is one. */
    Optional<Stage> stage() {
        return stage;
    }

    /** Whether a hand-built kretprobe set is described, rightly or not. */
    boolean describesKretprobe() {
        return LayoutReader.isDescribed(file, SetName.KRETPROBE);
    }

    /** What the file says; asked for only where no problem was found. */
    CandidateProperties properties() {
        return new CandidateProperties(
                name.orElseThrow(),
                file.find(VERSION).map(Entry::value).orElse("unversioned"),
                stage.orElseThrow(),
                policy.orElseThrow(),
                entry.orElseThrow(),
                exit,
                kretprobe);
    }

    private void unknownKeys() {
        for (Entry each : file.entries()) {
            if (!KEYS.contains(each.key())) {
                problems.add(PropertyProblems.unknownKey(each, Spelling.nearest(each.key(), KEYS)));
            } else if (each.value().isEmpty()) {
                problems.add(PropertyProblems.emptyValue(each));
            }
        }
    }

    private <T> Optional<T> required(
            String key, Function<String, Optional<T>> parse, Function<Entry, Diagnostic> wrong) {
        Optional<Entry> found = file.find(key);
        if (found.isEmpty()) {
            problems.add(PropertyProblems.missing(key));
            return Optional.empty();
        }
        Optional<T> value = parse.apply(found.get().value());
        if (value.isEmpty() && !found.get().value().isEmpty()) {
            problems.add(wrong.apply(found.get()));
        }
        return value;
    }

    private static Optional<String> name(String value) {
        return Optional.of(value).filter(text -> text.matches("[a-z0-9][a-z0-9-]*"));
    }

    private static Optional<Stage> stage(String value) {
        return Stream.of(Stage.values())
                .filter(stage -> String.valueOf(stage.number()).equals(value))
                .findFirst();
    }

    private static Optional<ContextPolicy> policy(String value) {
        return Stream.of(ContextPolicy.values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }

    private Optional<SetLayout> layout(SetName set, List<String> required) {
        return new LayoutReader(file, set, problems).read(required);
    }

    /** From stage 1 on there is a return hook, and its set has to be described. */
    private Optional<SetLayout> exit() {
        if (stage.isPresent() && !SetName.RETURN.existsAt(stage.get())) {
            refuse(SetName.RETURN, stage.get());
            return Optional.empty();
        }
        return stage.isPresent() || LayoutReader.isDescribed(file, SetName.RETURN)
                ? layout(SetName.RETURN, List.of("pc", "size"))
                : Optional.empty();
    }

    private Optional<SetLayout> kretprobe() {
        if (stage.isPresent() && !SetName.KRETPROBE.existsAt(stage.get())) {
            refuse(SetName.KRETPROBE, stage.get());
            return Optional.empty();
        }
        return describesKretprobe()
                ? layout(SetName.KRETPROBE, List.of("pc", "size"))
                : Optional.empty();
    }

    private void refuse(SetName set, Stage at) {
        List<Entry> described =
                file.entries().stream().filter(each -> set.owns(each.key())).toList();
        if (!described.isEmpty()) {
            problems.add(PropertyProblems.layoutWithoutSymbol(set, at, described));
        }
    }

    private void servesFull(SetName name, SetLayout set) {
        List<String> absent =
                SetName.REGISTERS.entrySet().stream()
                        .filter(each -> !set.has(each.getValue()))
                        .map(each -> name.key(each.getKey()))
                        .toList();
        if (!absent.isEmpty()) {
            problems.add(PropertyProblems.policyNotServed(name, absent));
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(NAME, VERSION, STAGE, POLICY));
        for (SetName set : SetName.values()) {
            keys.add(set.key("size"));
            SetName.REGISTERS.keySet().forEach(register -> keys.add(set.key(register)));
        }
        return List.copyOf(keys);
    }
}
