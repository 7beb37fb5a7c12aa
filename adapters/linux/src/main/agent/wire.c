/* Frames: what comes in is checked to the last bit, what goes out is whole. */
#include <arm_acle.h>

#include "line.h"
#include "lock.h"
#include "wire.h"

/*
 * Answers on their way. Those of the thread that reads the line wait until it would have to wait for
 * the host, or for something that may never come back: one journey is enough for all of them.
 */
static struct lock sending;
static u8 out[2 * sizeof(struct frame)] __attribute__((aligned(8)));
static u64 waiting;
static int calls_wait;

s64 wire_open(void)
{
	return line_open();
}

/* The CRC-32 of zlib and Ethernet, which the processor computes by itself. */
static u32 checksum(const struct frame *frame)
{
	const u8 *at = (const u8 *)frame;
	const u8 *end = frame->payload + frame->header.length;
	u32 crc = ~0u;

	for (; end - at >= 8; at += 8)
		crc = __crc32d(crc, *(const u64 *)at);
	for (; at < end; at++)
		crc = __crc32b(crc, *at);
	return ~crc;
}

static u32 stored_checksum(const struct frame *frame)
{
	const u8 *at = frame->payload + frame->header.length;

	return at[0] | at[1] << 8 | at[2] << 16 | (u32)at[3] << 24;
}

static void flush(void)
{
	line_write(out, waiting);
	waiting = 0;
	calls_wait = 0;
}

static void send(const struct header *request, u16 opcode, const void *payload, u32 length)
{
	const u8 *from = payload;

	lock(&sending);
	if (waiting + sizeof(struct frame) > sizeof(out))
		flush();
	struct frame *frame = (struct frame *)(out + waiting);

	frame->header = (struct header){
		.magic = MAGIC,
		.length = length,
		.sequence = request->sequence,
		.opcode = opcode | ANSWER,
		.worker = request->worker,
	};
	for (u32 i = 0; i < length; i++)
		frame->payload[i] = from[i];
	u32 crc = checksum(frame);
	for (u32 i = 0; i < sizeof(crc); i++)
		frame->payload[length + i] = crc >> 8 * i;
	waiting += sizeof(frame->header) + length + sizeof(crc);
	calls_wait |= opcode == OP_CALL;
	if (request->worker != 0)
		flush();
	unlock(&sending);
}

/* Sends what waits. */
static void send_waiting(void)
{
	lock(&sending);
	if (waiting > 0)
		flush();
	unlock(&sending);
}

void wire_before_call(void)
{
	if (calls_wait)
		send_waiting();
}

void wire_answer(const struct header *request, const void *payload, u32 length)
{
	send(request, request->opcode, payload, length);
}

void wire_error(const struct header *request, enum error code, u64 detail)
{
	u8 payload[12];

	for (u32 i = 0; i < 4; i++)
		payload[i] = (u32)code >> 8 * i;
	for (u32 i = 0; i < 8; i++)
		payload[4 + i] = detail >> 8 * i;
	send(request, OP_ERROR, payload, sizeof(payload));
}

/* Reads from the line; nobody waits for an answer while the host is waited for. */
static void receive(void *into, u64 length)
{
	if (line_ahead() < length)
		send_waiting();
	line_read(into, length);
}

/*
 * Reads up to the end of the next MAGIC. One complaint for all that lies before it, and none if there
 * was one already.
 */
static void find_magic(struct frame *frame, int complained)
{
	static const struct header unknown;

	receive(&frame->header.magic, sizeof(u32));
	while (frame->header.magic != MAGIC) {
		u8 next;

		if (!complained)
			wire_error(&unknown, BAD_MAGIC, frame->header.magic);
		complained = 1;
		receive(&next, 1);
		frame->header.magic = frame->header.magic >> 8 | (u32)next << 24;
	}
}

void wire_receive(struct frame *frame)
{
	static const struct header unknown;
	int complained = 0;

	for (;;) {
		find_magic(frame, complained);
		complained = 0;
		receive(&frame->header.length, sizeof(struct header) - sizeof(u32));
		if (frame->header.length > MOST_PAYLOAD) {
			wire_error(&unknown, BAD_LENGTH, frame->header.length);
			complained = 1; /* of its payload too */
			continue;
		}
		receive(frame->payload, frame->header.length + sizeof(u32));
		u32 crc = checksum(frame);
		if (stored_checksum(frame) == crc)
			return;
		/* No field of it can be trusted, the sequence number neither. */
		wire_error(&unknown, BAD_CHECKSUM, crc);
	}
}
