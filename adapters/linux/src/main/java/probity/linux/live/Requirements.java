package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import probity.linux.agent.Errno;
import probity.linux.agent.Mount;
import probity.linux.guest.Guest;
import probity.spi.CandidateUnavailable;

/** What the kit cannot do without, and the configuration that gives it. */
final class Requirements {
    private static final Map<Mount, String> MOUNTS =
            Map.of(
                    Mount.PROC, "CONFIG_PROC_FS",
                    Mount.SYSFS, "CONFIG_SYSFS",
                    Mount.TRACEFS, "CONFIG_TRACING, by CONFIG_KPROBE_EVENTS");

    private Requirements() {}

    /**
     * Looks at what the agent could mount.
     *
     * @throws CandidateUnavailable naming all that is missing
     */
    static void check(Guest guest) throws CandidateUnavailable {
        List<String> missing = new ArrayList<>();
        for (Mount mount : Mount.values()) {
            int errno = guest.hello().mounts().getOrDefault(mount, 0);
            if (errno != 0 && MOUNTS.containsKey(mount)) {
                missing.add(
                        "%s cannot be mounted (-%s): it needs %s."
                                .formatted(mount.path(), Errno.name(errno), MOUNTS.get(mount)));
            }
        }
        if (!missing.isEmpty()) {
            throw new CandidateUnavailable(LiveProblems.lacks(missing));
        }
    }
}
