package probity.assembly;

import java.util.List;
import java.util.Optional;
import probity.reference.SetLayout;
import probity.spi.ContextPolicy;
import probity.spi.Stage;
import probity.spi.Unsaved;

/**
 * What a {@code candidate.properties} says, once it is known to be right.
 *
 * @param name the candidate's name
 * @param version its version
 * @param stage how far kretprobe's removal has come
 * @param users who still needs kretprobe
 * @param policy how a program's context is served
 * @param unsaved what a program reads from a field that nobody saved
 * @param entry the set that {@code hook_entry} stores
 * @param exit the set that {@code hook_return} stores; empty at stage 0
 * @param kretprobe the set of a {@code kretprobe_trampoline} built by hand; empty where it is a
 *     {@code brk #7} or does not exist
 */
record CandidateProperties(
        String name,
        String version,
        Stage stage,
        List<String> users,
        ContextPolicy policy,
        Unsaved unsaved,
        SetLayout entry,
        Optional<SetLayout> exit,
        Optional<SetLayout> kretprobe) {
    CandidateProperties {
        users = List.copyOf(users);
    }
}
