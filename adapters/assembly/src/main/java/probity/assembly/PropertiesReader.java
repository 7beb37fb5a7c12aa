package probity.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import probity.assembly.PropertiesFile.Entry;
import probity.reference.SetLayout;
import probity.spi.ContextPolicy;
import probity.spi.Diagnostic;
import probity.spi.Stage;
import probity.spi.Unsaved;

/**
 * Makes {@link CandidateProperties} of a file's lines. Everything that the file alone can tell is
 * checked here; what also takes the trampolines is checked by {@link Agreement}.
 */
final class PropertiesReader {
    static final String NAME = "name";
    static final String VERSION = "version";
    static final String STAGE = "kretprobe.stage";
    static final String USERS = "kretprobe.users";
    static final String POLICY = "context.policy";
    static final String UNSAVED = "context.unsaved";

    /** Every key that means something. */
    static final List<String> KEYS = keys();

    private final PropertiesFile file;
    private final Problems problems;
    private final Optional<String> name;
    private final Optional<Stage> stage;
    private final List<String> users;
    private final Optional<ContextPolicy> policy;
    private final Optional<Unsaved> unsaved;
    private final Optional<SetLayout> entry;
    private final Optional<SetLayout> exit;
    private final Optional<SetLayout> kretprobe;

    PropertiesReader(String text, Problems problems) {
        this.problems = problems;
        this.file = PropertiesFile.parse(text, problems);
        unknownKeys();
        name = required(NAME, PropertyValues::name, PropertyProblems::badName);
        stage = required(STAGE, PropertyValues::stage, PropertyProblems::badStage);
        users = users();
        policy = required(POLICY, PropertyValues::policy, PropertyProblems::badPolicy);
        unsaved = unsaved();
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
                file.find(VERSION).map(Entry::value).orElse("not given"),
                stage.orElseThrow(),
                users,
                policy.orElseThrow(),
                unsaved.orElse(whatPolicySays()),
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
        if (file.lacks(key)) {
            problems.add(PropertyProblems.missing(key));
        }
        return optional(key, parse, wrong);
    }

    private <T> Optional<T> optional(
            String key, Function<String, Optional<T>> parse, Function<Entry, Diagnostic> wrong) {
        Optional<Entry> found = given(key);
        Optional<T> value = found.map(Entry::value).flatMap(parse);
        if (found.isPresent() && value.isEmpty()) {
            problems.add(wrong.apply(found.get()));
        }
        return value;
    }

    /** The entry of a key that has a value. */
    private Optional<Entry> given(String key) {
        return file.find(key).filter(entry -> !entry.value().isEmpty());
    }

    /** RET-08 judges users at stage 3; at stage 2 no clause does. */
    private List<String> users() {
        Optional<List<String>> users =
                optional(USERS, PropertyValues::users, PropertyProblems::badUsers);
        if (users.isPresent() && stage.equals(Optional.of(Stage.MIGRATED))) {
            problems.add(PropertyProblems.usersMigrated(file.find(USERS).orElseThrow()));
        }
        return users.orElse(List.of());
    }

    /** The other policies leave nothing open. */
    private Optional<Unsaved> unsaved() {
        Optional<Entry> entry = given(UNSAVED);
        if (entry.isPresent() && policy.filter(it -> it != ContextPolicy.RELOCATED).isPresent()) {
            problems.add(PropertyProblems.unsavedOfOtherPolicy(entry.get(), policy.get()));
            return Optional.empty();
        }
        return optional(UNSAVED, PropertyValues::unsaved, PropertyProblems::badUnsaved);
    }

    private Unsaved whatPolicySays() {
        return policy.equals(Optional.of(ContextPolicy.DENIED)) ? Unsaved.DENIED : Unsaved.ZERO;
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
            problems.add(LayoutProblems.layoutWithoutSymbol(set, at, described));
        }
    }

    private void servesFull(SetName name, SetLayout set) {
        List<String> absent =
                SetName.REGISTERS.entrySet().stream()
                        .filter(each -> !set.has(each.getValue()))
                        .map(each -> name.key(each.getKey()))
                        .filter(file::lacks)
                        .toList();
        if (!absent.isEmpty()) {
            problems.add(LayoutProblems.policyNotServed(name, absent));
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(NAME, VERSION, STAGE, USERS, POLICY, UNSAVED));
        for (SetName set : SetName.values()) {
            keys.add(set.key("size"));
            SetName.REGISTERS.keySet().forEach(register -> keys.add(set.key(register)));
        }
        return List.copyOf(keys);
    }
}
