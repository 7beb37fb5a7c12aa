/* The device that leads to the host: bytes in, bytes out, whatever it takes. */
#include "line.h"

static s64 device = -1;

/* What has come and was not asked for yet: the host sends several frames at a time. */
static u8 ahead[1 << 16];
static u64 begin, end;

void pause_ms(u32 milliseconds)
{
	u64 time[2] = {milliseconds / 1000, milliseconds % 1000 * 1000000UL};

	SYS2(NR_nanosleep, time, 0);
}

static int exists(const char *path)
{
	return SYS3(NR_faccessat, AT_FDCWD, path, 0) == 0;
}

/*
 * A port of virtio-serial appears a moment after its driver, by a message of the device. Without
 * the driver, which is a module in some kernels, there is nothing to wait for.
 */
static s64 open_virtio(void)
{
	for (int tries = 0; exists("/sys/bus/virtio/drivers/virtio_console"); tries++) {
		s64 port = SYS4(NR_openat, AT_FDCWD, "/dev/vport0p1", O_RDWR, 0);

		if (port >= 0 || tries == 500)
			return port;
		pause_ms(20);
	}
	return -1;
}

/* A UART, without line editing, echo and translation of any byte. */
static s64 open_uart(const char *path)
{
	/* struct termios: input, output, control and local modes, discipline, control characters */
	struct {
		u32 iflag, oflag, cflag, lflag;
		u8 line, cc[19];
	} raw = {.cflag = 0x1cb2 /* 115200, CS8, CREAD, CLOCAL */};
	const u64 TCSETS = 0x5402;
	const u32 VMIN = 6;
	s64 port = SYS4(NR_openat, AT_FDCWD, path, O_RDWR | O_NOCTTY, 0);

	raw.cc[VMIN] = 1;
	if (port >= 0) {
		s64 result = SYS3(NR_ioctl, port, TCSETS, &raw);

		if (result < 0)
			return result;
	}
	return port;
}

s64 line_open(void)
{
	device = open_virtio();
	if (device < 0)
		device = open_uart("/dev/ttyS0");
	return device;
}

/* A port whose other end is not there reads as empty, and refuses to be written to. */
static s64 transfer(u64 nr, u8 *bytes, u64 length)
{
	s64 done = SYS3(nr, device, bytes, length);

	if (done <= 0 && done != -EINTR)
		pause_ms(10);
	return done > 0 ? done : 0;
}

u64 line_ahead(void)
{
	return end - begin;
}

void line_read(void *into, u64 length)
{
	u8 *to = into;

	while (length--) {
		while (begin == end) {
			begin = 0;
			end = transfer(NR_read, ahead, sizeof(ahead));
		}
		*to++ = ahead[begin++];
	}
}

void line_write(const void *from, u64 length)
{
	for (u64 done = 0; done < length;)
		done += transfer(NR_write, (u8 *)from + done, length - done);
}
