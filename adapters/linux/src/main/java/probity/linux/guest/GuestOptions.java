package probity.linux.guest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a guest is run.
 *
 * @param qemu the program, by name on the search path or by path
 * @param cpu QEMU's name of the processor, with its features
 * @param smp how many CPUs
 * @param memory in MiB
 * @param kernelArguments further arguments of the kernel's command line
 * @param bootLimit how long it may take until the agent is ready
 * @param callLimit how long a system call may take that is not expected to block
 * @param keepConsole a directory that gets the console log of every guest when it is closed
 */
public record GuestOptions(
        String qemu,
        String cpu,
        int smp,
        int memory,
        List<String> kernelArguments,
        Duration bootLimit,
        Duration callLimit,
        Optional<Path> keepConsole) {
    /** Boots three times as fast as {@code max}, whose pointer authentication is emulated. */
    private static final String CPU = "cortex-a76";

    public GuestOptions {
        kernelArguments = List.copyOf(kernelArguments);
        if (smp < 1) {
            throw new IllegalArgumentException("A guest cannot have " + smp + " CPUs.");
        }
        if (memory < 1) {
            throw new IllegalArgumentException("A guest cannot have " + memory + " MiB of memory.");
        }
    }

    /** A boot takes seconds; the limits are for machines that are busy with something else. */
    public static GuestOptions defaults() {
        return new GuestOptions(
                "qemu-system-aarch64",
                CPU,
                1,
                512,
                List.of(),
                Duration.ofMinutes(3),
                Duration.ofSeconds(30),
                Optional.empty());
    }

    /** The same with another program. */
    public GuestOptions withQemu(String other) {
        return new GuestOptions(
                other, cpu, smp, memory, kernelArguments, bootLimit, callLimit, keepConsole);
    }

    /** The same with another processor. */
    public GuestOptions withCpu(String other) {
        return new GuestOptions(
                qemu, other, smp, memory, kernelArguments, bootLimit, callLimit, keepConsole);
    }

    /** The same with another number of CPUs. */
    public GuestOptions withSmp(int other) {
        return new GuestOptions(
                qemu, cpu, other, memory, kernelArguments, bootLimit, callLimit, keepConsole);
    }

    /** The same with other further arguments of the kernel. */
    public GuestOptions withKernelArguments(List<String> other) {
        return new GuestOptions(qemu, cpu, smp, memory, other, bootLimit, callLimit, keepConsole);
    }

    /** The same with other limits. */
    public GuestOptions withLimits(Duration boot, Duration call) {
        return new GuestOptions(qemu, cpu, smp, memory, kernelArguments, boot, call, keepConsole);
    }

    /** The same, with console logs kept. */
    public GuestOptions keepingConsoleIn(Path directory) {
        return new GuestOptions(
                qemu,
                cpu,
                smp,
                memory,
                kernelArguments,
                bootLimit,
                callLimit,
                Optional.of(directory));
    }
}
