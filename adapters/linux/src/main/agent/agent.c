/*
 * A remote system call server: the only program of a guest, and its /init. It knows nothing of what
 * it is used for; the host peeks, pokes, and makes system calls.
 */
#include "line.h"
#include "memory.h"
#include "wire.h"
#include "worker.h"

/* The host's memory here: paths, attributes, whatever its system calls point to. */
static u8 buffer[1 << 20] __attribute__((aligned(65536)));

static struct frame in;

static const struct {
	const char *type, *where;
} mounts[] = {
	/* in the order of the host's Mount; a directory of a later one may lie in an earlier one */
	{"devtmpfs", "/dev"},
	{"proc", "/proc"},
	{"sysfs", "/sys"},
	{"tracefs", "/sys/kernel/tracing"},
	{"debugfs", "/sys/kernel/debug"},
	{"bpf", "/sys/fs/bpf"},
};
#define MOUNTS (sizeof(mounts) / sizeof(mounts[0]))

static struct hello {
	u32 version;
	u32 page_size;
	u64 buffer;
	u64 buffer_size;
	u32 workers;
	u32 mounts;
	s32 mounted[MOUNTS]; /* 0, or a negative errno */
} hello = {.version = VERSION, .workers = WORKERS, .mounts = MOUNTS};

static void say(const char *text)
{
	u64 length = 0;

	while (text[length])
		length++;
	SYS3(NR_write, 1, text, length);
}

/* Without a line there is nobody to talk to; the console has the reason. */
static void give_up(const char *why)
{
	const u64 POWER_OFF = 0x4321fedc;

	say(why);
	SYS4(NR_reboot, 0xfee1dead, 672274793, POWER_OFF, 0);
	for (;;)
		pause_ms(1000);
}

/*
 * Drivers that are modules of this kernel, such as that of the line. The host put them there, in the
 * order in which one needs another; one that is refused is missed by whoever needs it.
 */
static void load_modules(void)
{
	char path[] = "/modules/0";
	char *digit = path + sizeof(path) - 2;

	for (; *digit <= '9'; ++*digit) {
		s64 file = SYS4(NR_openat, AT_FDCWD, path, 0, 0);

		if (file < 0)
			return;
		if (SYS3(NR_finit_module, file, "", 0) < 0)
			say("probity: a module was refused\n");
		SYS1(NR_close, file);
	}
}

static u64 u64_at(const u8 *bytes)
{
	u64 value = 0;

	for (int i = 7; i >= 0; i--)
		value = value << 8 | bytes[i];
	return value;
}

static void peek(const struct frame *frame)
{
	static u8 bytes[MOST_PAYLOAD];
	u64 address = u64_at(frame->payload);
	u32 length = *(const u32 *)(frame->payload + 8);
	u32 done;

	if (length > MOST_PAYLOAD) {
		wire_error(&frame->header, BAD_LENGTH, length);
		return;
	}
	done = memory_read(address, bytes, length);
	if (done < length)
		wire_error(&frame->header, BAD_ADDRESS, address + done);
	else
		wire_answer(&frame->header, bytes, length);
}

static void poke(const struct frame *frame)
{
	u64 address = u64_at(frame->payload);
	u32 length = frame->header.length - 8;
	u32 done = memory_write(address, frame->payload + 8, length);

	if (done < length)
		wire_error(&frame->header, BAD_ADDRESS, address + done);
	else
		wire_answer(&frame->header, 0, 0);
}

static void call(const struct frame *frame)
{
	const struct call *call = (const struct call *)frame->payload;

	/* Their second return would answer a second time, or leave the agent for somewhere. */
	if (call->nr == NR_clone || call->nr == NR_clone3 || call->nr == NR_rt_sigreturn)
		wire_error(&frame->header, FORBIDDEN, call->nr);
	else if (frame->header.worker != 0)
		worker_call(&frame->header, call);
	else
		make_call(&frame->header, call);
}

static void spawn_worker(const struct frame *frame)
{
	s64 result = worker_spawn(frame->header.worker);

	wire_answer(&frame->header, &result, sizeof(result));
}

static void serve(const struct frame *frame)
{
	const struct header *header = &frame->header;
	u32 length = header->length;

	if (header->worker > WORKERS || (header->worker == 0 && header->opcode == OP_SPAWN))
		wire_error(header, BAD_WORKER, header->worker);
	else if (header->opcode < OP_HELLO || header->opcode > OP_SPAWN)
		wire_error(header, BAD_OPCODE, header->opcode);
	else if (header->opcode == OP_HELLO && length == 0)
		wire_answer(header, &hello, sizeof(hello));
	else if (header->opcode == OP_PEEK && length == 12)
		peek(frame);
	else if (header->opcode == OP_POKE && length >= 8)
		poke(frame);
	else if (header->opcode == OP_CALL && length == sizeof(struct call))
		call(frame);
	else if (header->opcode == OP_SPAWN && length == 0)
		spawn_worker(frame);
	else
		wire_error(header, BAD_PAYLOAD, length);
}

/* The auxiliary vector lies behind the environment, which lies behind the arguments. */
static u32 page_size(const u64 *stack)
{
	const u64 AT_PAGESZ = 6;
	const u64 *at = stack + 1 + stack[0] + 1;

	while (*at++)
		;
	for (; at[0]; at += 2)
		if (at[0] == AT_PAGESZ)
			return at[1];
	return 0;
}

void agent_main(const u64 *stack)
{
	static const struct header unasked = {.opcode = OP_HELLO};

	hello.page_size = page_size(stack);
	hello.buffer = (u64)buffer;
	hello.buffer_size = sizeof(buffer);
	for (u32 i = 0; i < MOUNTS; i++) {
		SYS3(NR_mkdirat, AT_FDCWD, mounts[i].where, 0755);
		hello.mounted[i] = SYS5(NR_mount, "probity", mounts[i].where, mounts[i].type, 0, 0);
	}
	if (memory_open(buffer, sizeof(buffer)) < 0)
		give_up("probity: the agent could not make a pipe\n");
	load_modules();
	if (wire_open() < 0)
		give_up("probity: the agent found no line to the host\n");
	say("probity: the agent is ready\n");
	wire_answer(&unasked, &hello, sizeof(hello));
	for (;;) {
		wire_receive(&in);
		serve(&in);
	}
}
