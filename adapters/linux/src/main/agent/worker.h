/* Threads that make the host's system calls, so that one can block while another is made. */
#ifndef WORKER_H
#define WORKER_H

#include "wire.h"

/* Workers 1 to WORKERS; number 0 is the thread that reads the line, and must not block. */
#define WORKERS 15

struct call {
	u64 nr;
	u64 argument[6];
};

/* Starts the worker of that number: its thread id, or a negative errno. */
s64 worker_spawn(u32 number);

/* Has a worker make a call and answer the request. */
void worker_call(const struct header *request, const struct call *call);

/* Makes the call on this thread and answers. */
void make_call(const struct header *request, const struct call *call);

#endif
