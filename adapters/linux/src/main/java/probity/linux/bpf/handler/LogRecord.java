package probity.linux.bpf.handler;

import probity.spi.Bytes;
import probity.spi.Side;

/**
 * The head of one record of the log.
 *
 * @param sequence the hit's number in the order of all programs, from 0
 * @param handler which one wrote it
 * @param side at which side it ran
 * @param pidTgid the task: process id in the upper 32 bits, thread id in the lower
 * @param cpu on which CPU
 * @param functionIp the hooked function as {@code bpf_get_func_ip} told it
 * @param attachCookie what {@code bpf_get_attach_cookie} told
 * @param time when the handler started, in nanoseconds by the monotonic clock
 * @param complete whether the handler came to its end
 * @param content the whole slot
 */
public record LogRecord(
        long sequence,
        Handler handler,
        Side side,
        long pidTgid,
        int cpu,
        long functionIp,
        long attachCookie,
        long time,
        boolean complete,
        Bytes content) {
    /** The thread id: what gettid(2) told the task. */
    public int thread() {
        return (int) pidTgid;
    }
}
