package probity.linux.live;

import probity.linux.agent.SystemCalls;

/**
 * A task of a plan that makes system calls.
 *
 * @param calls its system calls
 * @param bpf those of them that are requests in one piece of memory
 */
record Caller(SystemCalls calls, BpfRequests bpf) {}
