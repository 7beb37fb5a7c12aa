package probity.linux.guest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a guest. Two guests with the same {@link #identity()} are the same machine.
 */
final class MachineCommand {
    /**
     * Warnings and worse go to the console, whatever is wrong ends the machine, and the ends of
     * processor bugs that an emulator does not have cost no time. Grace periods are waited for as
     * ever, but not longer than it takes: each detachment of a kprobe has several.
     */
    private static final String KERNEL_ARGUMENTS =
            "console=ttyAMA0 loglevel=5 panic=-1 oops=panic mitigations=off"
                    + " rcupdate.rcu_expedited=1";

    private final GuestOptions options;

    MachineCommand(GuestOptions options) {
        this.options = options;
    }

    /** What a fresh start is given. */
    List<String> boot(Qemu qemu, Path kernel, GuestDirectory directory) {
        List<String> command = new ArrayList<>(List.of(qemu.program().toString()));
        command.addAll(identity());
        command.addAll(
                List.of(
                        "-kernel",
                        kernel.toAbsolutePath().toString(),
                        "-initrd",
                        directory.initramfs().toString(),
                        "-serial",
                        "file:" + escaped(directory.console()),
                        "-chardev",
                        socket("virtio", directory.virtio()),
                        "-chardev",
                        socket("uart", directory.uart()),
                        "-chardev",
                        socket("qmp", directory.qmp()),
                        "-mon",
                        "chardev=qmp,mode=control"));
        return command;
    }

    /** The same machine, gone on with from a saved state. */
    List<String> restore(Qemu qemu, Path kernel, GuestDirectory directory, Path state) {
        List<String> command = boot(qemu, kernel, directory);
        command.addAll(List.of("-incoming", "exec:cat " + Shell.quoted(state)));
        return command;
    }

    /** All of it that is not a path: what a saved state depends on. */
    List<String> identity() {
        List<String> appended = new ArrayList<>(List.of(KERNEL_ARGUMENTS));
        appended.addAll(options.kernelArguments());
        return List.of(
                "-M",
                "virt",
                "-cpu",
                options.cpu(),
                "-smp",
                Integer.toString(options.smp()),
                "-m",
                Integer.toString(options.memory()),
                "-no-user-config",
                "-nodefaults",
                "-nic",
                "none",
                "-display",
                "none",
                "-no-reboot",
                "-device",
                "virtio-serial-pci",
                "-device",
                "virtserialport,chardev=virtio,name=probity.0",
                // a 16550, for kernels that have virtio as a module
                "-device",
                "pci-serial,chardev=uart",
                "-append",
                String.join(" ", appended));
    }

    private static String socket(String id, Path path) {
        return "socket,id=" + id + ",path=" + escaped(path);
    }

    /** A comma ends an option's value unless it is doubled. */
    private static String escaped(Path path) {
        return path.toString().replace(",", ",,");
    }
}
