// Made from agent.c by 'build-agent.sh --compile'; do not edit.
// aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0
	.arch armv8-a+crc
	.file	"agent.c"
	.text
	.align	2
	.p2align 4,,11
	.type	say, %function
say:
	mov	x2, x0
	ldrb	w0, [x0]
	mov	x3, 0
	cbz	w0, .L2
	.p2align 3,,7
.L3:
	add	x3, x3, 1
	ldrb	w1, [x2, x3]
	cbnz	w1, .L3
.L2:
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x1, 1
	mov	x0, 64
	b	syscall6
	.size	say, .-say
	.align	2
	.p2align 4,,11
	.type	give_up, %function
give_up:
	stp	x29, x30, [sp, -16]!
	mov	x29, sp
	bl	say
	mov	x3, 65244
	mov	x2, 6505
	mov	x1, 57005
	movk	x3, 0x4321, lsl 16
	movk	x2, 0x2812, lsl 16
	movk	x1, 0xfee1, lsl 16
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x0, 142
	bl	syscall6
	.p2align 3,,7
.L8:
	mov	w0, 1000
	bl	pause_ms
	b	.L8
	.size	give_up, .-give_up
	.section	.rodata.str1.8,"aMS",@progbits,1
	.align	3
.LC0:
	.string	"probity"
	.align	3
.LC1:
	.string	"probity: the agent could not make a pipe\n"
	.align	3
.LC3:
	.string	""
	.align	3
.LC4:
	.string	"probity: a module was refused\n"
	.align	3
.LC5:
	.string	"probity: the agent found no line to the host\n"
	.align	3
.LC6:
	.string	"probity: the agent is ready\n"
	.text
	.align	2
	.p2align 4,,11
	.global	agent_main
	.type	agent_main, %function
agent_main:
	stp	x29, x30, [sp, -112]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	stp	x21, x22, [sp, 32]
	stp	x23, x24, [sp, 48]
	stp	x25, x26, [sp, 64]
	str	x27, [sp, 80]
	ldr	x1, [x0]
	add	x1, x1, 2
	add	x0, x0, x1, lsl 3
	.p2align 3,,7
.L11:
	ldr	x1, [x0], 8
	cbnz	x1, .L11
	ldr	x1, [x0]
	cbnz	x1, .L14
	b	.L41
	.p2align 2,,3
.L13:
	ldr	x1, [x0, 16]!
	cbz	x1, .L12
.L14:
	cmp	x1, 6
	bne	.L13
	ldr	w1, [x0, 8]
.L12:
	adrp	x21, .LANCHOR0
	add	x21, x21, :lo12:.LANCHOR0
	adrp	x22, .LANCHOR1
	add	x22, x22, :lo12:.LANCHOR1
	adrp	x24, .LC0
	mov	x20, x21
	mov	x19, x22
	add	x25, x22, 96
	add	x24, x24, :lo12:.LC0
	mov	x0, 1048576
	adrp	x26, buffer
	add	x26, x26, :lo12:buffer
	str	w1, [x21, 4]
	stp	x26, x0, [x21, 8]
	.p2align 3,,7
.L15:
	mov	x6, 0
	ldr	x23, [x19, 8]
	mov	x5, 0
	mov	x4, 0
	mov	x3, 493
	mov	x2, x23
	mov	x1, -100
	mov	x0, 34
	bl	syscall6
	ldr	x3, [x19], 16
	mov	x2, x23
	mov	x1, x24
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x0, 40
	bl	syscall6
	str	w0, [x20, 32]
	add	x20, x20, 4
	cmp	x25, x19
	bne	.L15
	mov	x0, x26
	mov	x1, 1048576
	bl	memory_open
	tbnz	x0, #63, .L51
	adrp	x0, .LC2
	add	x0, x0, :lo12:.LC2
	adrp	x20, .LC3
	adrp	x23, .LC4
	add	x20, x20, :lo12:.LC3
	add	x23, x23, :lo12:.LC4
	ldr	x1, [x0]
	str	x1, [sp, 96]
	ldr	w0, [x0, 7]
	str	w0, [sp, 103]
	b	.L21
	.p2align 2,,3
.L20:
	mov	x1, x19
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 0
	mov	x0, 57
	bl	syscall6
	ldrb	w0, [sp, 105]
	add	w0, w0, 1
	and	w0, w0, 255
	strb	w0, [sp, 105]
	cmp	w0, 57
	bhi	.L22
.L21:
	add	x2, sp, 96
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x1, -100
	mov	x0, 56
	bl	syscall6
	mov	x19, x0
	tbnz	x0, #63, .L22
	mov	x1, x0
	mov	x2, x20
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x0, 273
	bl	syscall6
	tbz	x0, #63, .L20
	mov	x0, x23
	bl	say
	b	.L20
.L22:
	bl	wire_open
	tbnz	x0, #63, .L52
	adrp	x0, .LC6
	add	x0, x0, :lo12:.LC6
	bl	say
	adrp	x19, in
	add	x0, x22, 96
	adrp	x20, in+15
	adrp	x22, in+23
	adrp	x24, bytes.0
	adrp	x23, in+24
	add	x19, x19, :lo12:in
	add	x22, x22, :lo12:in+23
	add	x20, x20, :lo12:in+15
	add	x24, x24, :lo12:bytes.0
	add	x23, x23, :lo12:in+24
	adrp	x25, in+16
	mov	x1, x21
	mov	w2, 56
	bl	wire_answer
	.p2align 3,,7
.L23:
	mov	x0, x19
	bl	wire_receive
	ldrh	w0, [x19, 14]
	ldr	w2, [x19, 4]
	cmp	w0, 15
	bhi	.L24
.L57:
	ldr	w1, [x19, 12]
	cmp	w1, 5
	beq	.L24
	ldrh	w3, [x19, 12]
	sub	w1, w3, #1
	and	w1, w1, 65535
	cmp	w1, 4
	bhi	.L53
	cmp	w3, 1
	beq	.L54
	cmp	w3, 2
	beq	.L30
	cmp	w3, 3
	beq	.L31
	cmp	w3, 4
	bne	.L55
	cmp	w2, 56
	beq	.L56
.L29:
	uxtw	x2, w2
	mov	w1, 5
	mov	x0, x19
	bl	wire_error
	mov	x0, x19
	bl	wire_receive
	ldrh	w0, [x19, 14]
	ldr	w2, [x19, 4]
	cmp	w0, 15
	bls	.L57
	.p2align 3,,7
.L24:
	and	x2, x0, 65535
	mov	w1, 6
	mov	x0, x19
	bl	wire_error
	b	.L23
.L52:
	adrp	x0, .LC5
	add	x0, x0, :lo12:.LC5
	bl	give_up
	.p2align 2,,3
.L53:
	and	x2, x3, 65535
	mov	x0, x19
	mov	w1, 4
	bl	wire_error
	b	.L23
	.p2align 2,,3
.L55:
	cbnz	w2, .L29
	bl	worker_spawn
	mov	x3, x0
	add	x1, sp, 96
	mov	x0, x19
	mov	w2, 8
	str	x3, [sp, 96]
	bl	wire_answer
	b	.L23
	.p2align 2,,3
.L54:
	cbnz	w2, .L29
	mov	x1, x21
	mov	x0, x19
	mov	w2, 56
	bl	wire_answer
	b	.L23
	.p2align 2,,3
.L30:
	cmp	w2, 12
	bne	.L29
	mov	x0, x22
	mov	x26, 0
	.p2align 3,,7
.L34:
	ldrb	w1, [x0], -1
	orr	x26, x1, x26, lsl 8
	cmp	x20, x0
	bne	.L34
	ldr	w27, [x19, 24]
	cmp	w27, 65536
	bhi	.L58
	mov	w2, w27
	mov	x1, x24
	mov	x0, x26
	bl	memory_read
	cmp	w27, w0
	bls	.L36
	add	x2, x26, w0, uxtw
	mov	w1, 8
	mov	x0, x19
	bl	wire_error
	b	.L23
	.p2align 2,,3
.L31:
	cmp	w2, 7
	bls	.L29
	mov	x0, x22
	mov	x27, 0
	.p2align 3,,7
.L37:
	ldrb	w1, [x0], -1
	orr	x27, x1, x27, lsl 8
	cmp	x20, x0
	bne	.L37
	sub	w26, w2, #8
	mov	x1, x23
	mov	w2, w26
	mov	x0, x27
	bl	memory_write
	cmp	w26, w0
	bls	.L38
	add	x2, x27, w0, uxtw
	mov	w1, 8
	mov	x0, x19
	bl	wire_error
	b	.L23
.L56:
	ldr	x2, [x19, 16]
	mov	x3, 435
	mov	x1, 139
	cmp	x2, 220
	ccmp	x2, x3, 4, ne
	ccmp	x2, x1, 4, ne
	bne	.L39
	mov	x0, x19
	mov	w1, 9
	bl	wire_error
	b	.L23
.L38:
	mov	x0, x19
	mov	w2, 0
	mov	x1, 0
	bl	wire_answer
	b	.L23
.L51:
	adrp	x0, .LC1
	add	x0, x0, :lo12:.LC1
	bl	give_up
.L39:
	add	x1, x25, :lo12:in+16
	cbz	w0, .L40
	mov	x0, x19
	bl	worker_call
	b	.L23
.L58:
	uxtw	x2, w27
	mov	x0, x19
	mov	w1, 2
	bl	wire_error
	b	.L23
.L36:
	mov	w2, w27
	mov	x1, x24
	mov	x0, x19
	bl	wire_answer
	b	.L23
.L40:
	mov	x0, x19
	bl	make_call
	b	.L23
.L41:
	mov	w1, 0
	b	.L12
	.size	agent_main, .-agent_main
	.section	.rodata.str1.8
	.align	3
.LC2:
	.string	"/modules/0"
	.text
	.section	.rodata.str1.8
	.align	3
.LC7:
	.string	"devtmpfs"
	.align	3
.LC8:
	.string	"/dev"
	.align	3
.LC9:
	.string	"proc"
	.align	3
.LC10:
	.string	"/proc"
	.align	3
.LC11:
	.string	"sysfs"
	.align	3
.LC12:
	.string	"/sys"
	.align	3
.LC13:
	.string	"tracefs"
	.align	3
.LC14:
	.string	"/sys/kernel/tracing"
	.align	3
.LC15:
	.string	"debugfs"
	.align	3
.LC16:
	.string	"/sys/kernel/debug"
	.align	3
.LC17:
	.string	"bpf"
	.align	3
.LC18:
	.string	"/sys/fs/bpf"
	.section	.rodata
	.align	3
	.set	.LANCHOR1,. + 0
	.type	mounts, %object
	.size	mounts, 96
mounts:
	.xword	.LC7
	.xword	.LC8
	.xword	.LC9
	.xword	.LC10
	.xword	.LC11
	.xword	.LC12
	.xword	.LC13
	.xword	.LC14
	.xword	.LC15
	.xword	.LC16
	.xword	.LC17
	.xword	.LC18
	.type	unasked.1, %object
	.size	unasked.1, 16
unasked.1:
	.zero	12
	.hword	1
	.zero	2
	.data
	.align	3
	.set	.LANCHOR0,. + 0
	.type	hello, %object
	.size	hello, 56
hello:
	.word	1
	.zero	20
	.word	15
	.word	6
	.zero	24
	.bss
	.align	16
	.type	bytes.0, %object
	.size	bytes.0, 65536
bytes.0:
	.zero	65536
	.type	in, %object
	.size	in, 65556
in:
	.zero	65556
	.zero	65516
	.type	buffer, %object
	.size	buffer, 1048576
buffer:
	.zero	1048576
	.section	.note.GNU-stack,"",@progbits
