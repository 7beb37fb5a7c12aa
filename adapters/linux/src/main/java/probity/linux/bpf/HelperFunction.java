package probity.linux.bpf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kernel's helpers that programs call, with their numbers in the kernel's interface. */
public enum HelperFunction {
    /** A pointer to a map's value, or NULL: map, pointer to the key. */
    MAP_LOOKUP_ELEM(1),
    /** The time in nanoseconds, by the monotonic clock. */
    KTIME_GET_NS(5),
    /** The CPU's number. */
    GET_SMP_PROCESSOR_ID(8),
    /** Goes on with another program, if there is one: context, map, index. */
    TAIL_CALL(12),
    /** The task: process id in the upper 32 bits, thread id in the lower. */
    GET_CURRENT_PID_TGID(14),
    /** Emits a perf sample: context, map, flags, data, size. */
    PERF_EVENT_OUTPUT(25),
    /** The id of a stack in a map: context, map, flags. */
    GET_STACKID(27),
    /** A walk from the context, as a number of bytes: context, buffer, size, flags. */
    GET_STACK(67),
    /** Copies memory of the kernel: buffer, size, address. */
    PROBE_READ_KERNEL(113),
    /** A walk of a task's stack, as a number of bytes: task, buffer, size, flags. */
    GET_TASK_STACK(141),
    /** The running task, as a pointer that the verifier knows the type of. */
    GET_CURRENT_TASK_BTF(158),
    /** The address of the hooked function: context. */
    GET_FUNC_IP(173),
    /** The cookie that was given for this function at attach: context. */
    GET_ATTACH_COOKIE(174);

    private final int number;

    HelperFunction(int number) {
        this.number = number;
    }

    /** Its number in the kernel's interface. */
    public int number() {
        return number;
    }

    /** The helper of that number, if it is one of these. */
    public static Optional<HelperFunction> of(int number) {
        return Arrays.stream(values()).filter(helper -> helper.number == number).findFirst();
    }

    /** The name that the kernel calls it by. */
    @Override
    public String toString() {
        return "bpf_" + name().toLowerCase(Locale.ROOT);
    }
}
