#include "worker.h"

#include "lock.h"

#define STACK 16384

struct worker {
	u32 tid;  /* cleared by the kernel when the thread has ended */
	u32 busy; /* whether a call waits or runs: what the thread sleeps on */
	struct header request;
	struct call call;
	u8 stack[STACK] __attribute__((aligned(16)));
};

static struct worker workers[WORKERS + 1];

void make_call(const struct header *request, const struct call *call)
{
	const u64 *a = call->argument;

	wire_before_call();
	s64 result = syscall6(call->nr, a[0], a[1], a[2], a[3], a[4], a[5]);

	wire_answer(request, &result, sizeof(result));
}

static void body(void *argument)
{
	struct worker *self = argument;

	for (;;) {
		while (!__atomic_load_n(&self->busy, __ATOMIC_ACQUIRE))
			futex_wait(&self->busy, 0);
		struct header request = self->request;
		const u64 *a = self->call.argument;
		s64 result = syscall6(self->call.nr, a[0], a[1], a[2], a[3], a[4], a[5]);

		/* Before the answer, since the host may send the next call as soon as it has it. */
		__atomic_store_n(&self->busy, 0, __ATOMIC_RELEASE);
		wire_answer(&request, &result, sizeof(result));
	}
}

s64 worker_spawn(u32 number)
{
	/* VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, PARENT_SETTID, CHILD_CLEARTID */
	const u64 flags = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000 | 0x100000 | 0x200000;
	struct worker *worker = &workers[number];

	if (__atomic_load_n(&worker->tid, __ATOMIC_ACQUIRE))
		return -EBUSY;
	worker->busy = 0;
	return spawn(flags, worker->stack + STACK, body, worker, &worker->tid);
}

void worker_call(const struct header *request, const struct call *call)
{
	struct worker *worker = &workers[request->worker];

	if (!__atomic_load_n(&worker->tid, __ATOMIC_ACQUIRE)) {
		wire_error(request, BAD_WORKER, request->worker);
	} else if (__atomic_load_n(&worker->busy, __ATOMIC_ACQUIRE)) {
		wire_error(request, WORKER_BUSY, request->worker);
	} else {
		worker->request = *request;
		worker->call = *call;
		__atomic_store_n(&worker->busy, 1, __ATOMIC_RELEASE);
		futex_wake(&worker->busy);
	}
}
