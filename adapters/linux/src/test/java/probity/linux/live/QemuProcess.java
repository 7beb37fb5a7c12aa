package probity.linux.live;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A QEMU as the machine sees it. */
record QemuProcess(ProcessHandle process, Path directory) {
    private static final String INITRD = "-initrd";

    /** Those that a process has started. */
    static List<QemuProcess> of(ProcessHandle kit) {
        return kit.children().flatMap(QemuProcess::read).toList();
    }

    private static Stream<QemuProcess> read(ProcessHandle process) {
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        int at = arguments.indexOf(INITRD);
        return at < 0
                ? Stream.of()
                : Stream.of(new QemuProcess(process, Path.of(arguments.get(at + 1)).getParent()));
    }
}
