/*
 * The agent's own memory, by address. An address that cannot be read or written is an answer, not a
 * fault: the kernel copies the bytes through a pipe and says how far it came.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include "sys.h"

/* A buffer that can be read and written for certain needs no pipe. */
s64 memory_open(void *buffer, u64 size);

/* How many bytes were copied; fewer than length if the next one cannot be. */
u32 memory_read(u64 address, u8 *into, u32 length);
u32 memory_write(u64 address, const u8 *from, u32 length);

#endif
