/* A lock that sleeps where it has to wait. */
#ifndef LOCK_H
#define LOCK_H

#include "sys.h"

struct lock {
	u32 state; /* 0 free, 1 taken, 2 taken and somebody waits */
};

#define FUTEX_WAIT_PRIVATE 128
#define FUTEX_WAKE_PRIVATE 129

static inline void futex_wait(u32 *word, u32 while_it_is)
{
	SYS4(NR_futex, word, FUTEX_WAIT_PRIVATE, while_it_is, 0);
}

static inline void futex_wake(u32 *word)
{
	SYS3(NR_futex, word, FUTEX_WAKE_PRIVATE, 1);
}

static inline void lock(struct lock *lock)
{
	u32 expected = 0;

	if (__atomic_compare_exchange_n(&lock->state, &expected, 1, 0, __ATOMIC_ACQUIRE,
					__ATOMIC_RELAXED))
		return;
	while (__atomic_exchange_n(&lock->state, 2, __ATOMIC_ACQUIRE) != 0)
		futex_wait(&lock->state, 2);
}

static inline void unlock(struct lock *lock)
{
	if (__atomic_exchange_n(&lock->state, 0, __ATOMIC_RELEASE) == 2)
		futex_wake(&lock->state);
}

#endif
