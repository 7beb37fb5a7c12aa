package probity.linux.agent;

/** The file systems that the agent mounts before it answers, in its order. */
public enum Mount {
    DEVTMPFS("/dev"),
    PROC("/proc"),
    SYSFS("/sys"),
    TRACEFS("/sys/kernel/tracing"),
    DEBUGFS("/sys/kernel/debug"),
    BPF("/sys/fs/bpf");

    private final String path;

    Mount(String path) {
        this.path = path;
    }

    /** Where it is mounted. */
    public String path() {
        return path;
    }
}
