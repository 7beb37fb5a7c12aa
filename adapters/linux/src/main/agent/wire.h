/*
 * Frames on the line between host and agent. All numbers are little endian.
 *
 *	 0  u32  MAGIC
 *	 4  u32  length of the payload in bytes, at most MOST_PAYLOAD
 *	 8  u32  sequence number: the host chooses it, the answer repeats it
 *	12  u16  opcode; an answer has ANSWER set
 *	14  u16  worker
 *	16       payload
 *	    u32  CRC-32 of everything before it
 *
 *	opcode  request                        answer
 *	HELLO   -                              struct hello
 *	PEEK    u64 address, u32 length        the bytes
 *	POKE    u64 address, then the bytes    -
 *	CALL    u64 number, six u64 arguments  s64 result
 *	SPAWN   -                              s64 thread id, or a negative errno
 *
 * A request that cannot be served is answered by OP_ERROR with u32 code and u64 detail. Bytes that
 * are no frame are answered once, with sequence number 0, and skipped up to the next MAGIC.
 */
#ifndef WIRE_H
#define WIRE_H

#include "sys.h"

#define VERSION 1
#define MAGIC 0x59425250 /* "PRBY" */
#define MOST_PAYLOAD 65536u
#define ANSWER 0x80

enum opcode {
	OP_HELLO = 1,
	OP_PEEK = 2,
	OP_POKE = 3,
	OP_CALL = 4,
	OP_SPAWN = 5,
	OP_ERROR = 0x7f,
};

enum error {
	BAD_MAGIC = 1,    /* detail: the four bytes */
	BAD_LENGTH = 2,   /* detail: the length */
	BAD_CHECKSUM = 3, /* detail: the checksum that it should have had */
	BAD_OPCODE = 4,   /* detail: the opcode */
	BAD_PAYLOAD = 5,  /* the payload has the wrong size; detail: its size */
	BAD_WORKER = 6,   /* there is no such worker; detail: its number */
	WORKER_BUSY = 7,  /* its last call has not ended; detail: its number */
	BAD_ADDRESS = 8,  /* detail: the first address that cannot be read or written */
	FORBIDDEN = 9,    /* the system call would return twice; detail: its number */
};

struct header {
	u32 magic;
	u32 length;
	u32 sequence;
	u16 opcode;
	u16 worker;
};

struct frame {
	struct header header;
	u8 payload[MOST_PAYLOAD + sizeof(u32)]; /* and the checksum */
};

/* Opens the line; negative if there is none. */
s64 wire_open(void);

/* Reads the next frame that is one. Answers everything else. */
void wire_receive(struct frame *frame);

/*
 * Any thread may answer; those of worker 0, who reads the line, go out when it has nothing more to
 * read.
 */
void wire_answer(const struct header *request, const void *payload, u32 length);
void wire_error(const struct header *request, enum error code, u64 detail);

/* Has the results of earlier calls on their way, so that the host knows which call was the last. */
void wire_before_call(void);

#endif
