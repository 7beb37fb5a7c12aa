package probity.linux.live;

import probity.linux.abi.Parcel;
import probity.linux.agent.Errno;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.call.BpfCall;
import probity.linux.perf.PerfOpen;

/** Makes requests that are laid out in one piece of memory: bpf(2) and perf_event_open(2). */
final class BpfRequests {
    private final SystemCalls calls;

    /** Requests by the worker of these calls. */
    BpfRequests(SystemCalls calls) {
        this.calls = calls;
    }

    /** The raw result: a value, or a negative errno. */
    long result(BpfCall call) {
        Scratch scratch = calls.scratch();
        long address = put(scratch, Parcel.of(call.attribute()));
        return calls.call(
                scratch, SystemCall.BPF, call.command(), address, call.attribute().size());
    }

    /** The result, where the kit needs it to succeed. */
    int require(BpfCall call, String what) {
        return succeeded(result(call), what);
    }

    /** What the kernel wrote. */
    byte[] output(BpfCall call, String what) {
        SystemCalls.Output output = made(call);
        succeeded(output.result(), what);
        return output.bytes();
    }

    /** What the kernel wrote, whatever it answered. */
    byte[] outputOf(BpfCall call) {
        return made(call).bytes();
    }

    private SystemCalls.Output made(BpfCall call) {
        Scratch scratch = calls.scratch();
        Parcel parcel = Parcel.of(call.attribute());
        long address = put(scratch, parcel);
        var output = call.output().orElseThrow();
        return calls.output(
                scratch,
                address + parcel.offsetOf(output),
                output.size(),
                SystemCall.BPF,
                call.command(),
                address,
                call.attribute().size());
    }

    /** Opens a perf event; the raw result. */
    long open(PerfOpen event) {
        Scratch scratch = calls.scratch();
        long address = put(scratch, Parcel.of(event.attribute()));
        return calls.call(
                scratch,
                SystemCall.PERF_EVENT_OPEN,
                address,
                event.process(),
                event.cpu(),
                event.group(),
                event.flags());
    }

    /** A result that is no error, or an exception that names the error. */
    static int succeeded(long result, String what) {
        if (Errno.isError(result)) {
            throw new SystemCallFailed(what, (int) -result);
        }
        return (int) result;
    }

    private static long put(Scratch scratch, Parcel parcel) {
        return scratch.put(parcel.size(), parcel::at);
    }
}
