/*
 * What a program without a C library needs: types, raw system calls, and the few constants of the
 * arm64 system call interface that the agent itself uses. What the host calls through the agent is
 * numbers to it.
 */
#ifndef SYS_H
#define SYS_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef int s32;
typedef unsigned long u64;
typedef long s64;

enum {
	NR_ioctl = 29,
	NR_mkdirat = 34,
	NR_mount = 40,
	NR_faccessat = 48,
	NR_openat = 56,
	NR_close = 57,
	NR_pipe2 = 59,
	NR_read = 63,
	NR_write = 64,
	NR_futex = 98,
	NR_nanosleep = 101,
	NR_rt_sigreturn = 139,
	NR_reboot = 142,
	NR_clone = 220,
	NR_finit_module = 273,
	NR_clone3 = 435,
};

enum {
	EINTR = 4,
	ENOMEM = 12,
	EBUSY = 16,
};

#define AT_FDCWD (-100L)
#define O_RDWR 02
#define O_NOCTTY 0400

/* start.S */
s64 syscall6(u64 nr, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f);
s64 spawn(u64 flags, void *stack, void (*body)(void *), void *argument, u32 *tid);

#define SYS0(nr) syscall6(nr, 0, 0, 0, 0, 0, 0)
#define SYS1(nr, a) syscall6(nr, (u64)(a), 0, 0, 0, 0, 0)
#define SYS2(nr, a, b) syscall6(nr, (u64)(a), (u64)(b), 0, 0, 0, 0)
#define SYS3(nr, a, b, c) syscall6(nr, (u64)(a), (u64)(b), (u64)(c), 0, 0, 0)
#define SYS4(nr, a, b, c, d) syscall6(nr, (u64)(a), (u64)(b), (u64)(c), (u64)(d), 0, 0)
#define SYS5(nr, a, b, c, d, e) \
	syscall6(nr, (u64)(a), (u64)(b), (u64)(c), (u64)(d), (u64)(e), 0)

#endif
