// Made from worker.c by 'build-agent.sh --compile'; do not edit.
// aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0
	.arch armv8-a+crc
	.file	"worker.c"
	.text
	.align	2
	.p2align 4,,11
	.type	body, %function
body:
	stp	x29, x30, [sp, -64]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	mov	x19, x0
	add	x20, x0, 4
	.p2align 3,,7
.L2:
	ldar	w0, [x20]
	cbnz	w0, .L7
.L3:
	mov	x1, x20
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 128
	mov	x0, 98
	bl	syscall6
	ldar	w0, [x20]
	cbz	w0, .L3
.L7:
	ldp	x8, x9, [x19, 8]
	stp	x8, x9, [sp, 48]
	ldp	x0, x1, [x19, 24]
	ldp	x2, x3, [x19, 40]
	ldp	x4, x5, [x19, 56]
	ldr	x6, [x19, 72]
	bl	syscall6
	str	x0, [sp, 40]
	stlr	wzr, [x20]
	add	x1, sp, 40
	add	x0, sp, 48
	mov	w2, 8
	bl	wire_answer
	b	.L2
	.size	body, .-body
	.align	2
	.p2align 4,,11
	.global	make_call
	.type	make_call, %function
make_call:
	stp	x29, x30, [sp, -48]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	mov	x19, x1
	mov	x20, x0
	bl	wire_before_call
	ldp	x0, x1, [x19]
	ldp	x2, x3, [x19, 16]
	ldp	x4, x5, [x19, 32]
	ldr	x6, [x19, 48]
	bl	syscall6
	mov	x3, x0
	add	x1, sp, 40
	mov	x0, x20
	mov	w2, 8
	str	x3, [sp, 40]
	bl	wire_answer
	ldp	x19, x20, [sp, 16]
	ldp	x29, x30, [sp], 48
	ret
	.size	make_call, .-make_call
	.align	2
	.p2align 4,,11
	.global	worker_spawn
	.type	worker_spawn, %function
worker_spawn:
	mov	w1, 16464
	adrp	x3, workers
	add	x3, x3, :lo12:workers
	umull	x1, w0, w1
	add	x4, x1, x3
	ldar	w2, [x4]
	cbnz	w2, .L11
	uxtw	x2, w0
	ubfiz	x5, x0, 8, 32
	add	x5, x5, x2
	mov	x0, 16464
	add	x1, x1, x0
	mov	x0, 3840
	add	x5, x2, x5, lsl 2
	add	x1, x3, x1
	movk	x0, 0x35, lsl 16
	adrp	x2, body
	add	x5, x3, x5, lsl 4
	add	x2, x2, :lo12:body
	mov	x3, x4
	str	wzr, [x5, 4]
	b	spawn
	.p2align 2,,3
.L11:
	mov	x0, -16
	ret
	.size	worker_spawn, .-worker_spawn
	.align	2
	.p2align 4,,11
	.global	worker_call
	.type	worker_call, %function
worker_call:
	ldrh	w3, [x0, 14]
	mov	w2, 16464
	adrp	x5, workers
	add	x5, x5, :lo12:workers
	mov	x4, x0
	umull	x2, w3, w2
	add	x6, x2, x5
	ldar	w6, [x6]
	cbnz	w6, .L13
	ldrh	w2, [x0, 14]
	mov	w1, 6
	b	wire_error
	.p2align 2,,3
.L13:
	add	x2, x2, 4
	add	x2, x2, x5
	ldar	w6, [x2]
	cbz	w6, .L14
	ldrh	w2, [x0, 14]
	mov	w1, 7
	b	wire_error
	.p2align 2,,3
.L14:
	sxtw	x0, w3
	sbfiz	x3, x3, 8, 32
	add	x3, x3, x0
	ldp	x6, x7, [x4]
	add	x0, x0, x3, lsl 2
	add	x0, x5, x0, lsl 4
	add	x3, x0, 24
	stp	x6, x7, [x0, 8]
	ldp	x4, x5, [x1]
	stp	x4, x5, [x0, 24]
	ldp	x4, x5, [x1, 16]
	stp	x4, x5, [x0, 40]
	ldp	x4, x5, [x1, 32]
	stp	x4, x5, [x0, 56]
	ldr	x0, [x1, 48]
	str	x0, [x3, 48]
	mov	w0, 1
	stlr	w0, [x2]
	mov	x6, 0
	mov	x1, x2
	mov	x5, 0
	mov	x4, 0
	mov	x3, 1
	mov	x2, 129
	mov	x0, 98
	b	syscall6
	.size	worker_call, .-worker_call
	.bss
	.align	4
	.type	workers, %object
	.size	workers, 263424
workers:
	.zero	263424
	.section	.note.GNU-stack,"",@progbits
