// Made from line.c by 'build-agent.sh --compile'; do not edit.
// aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0
	.arch armv8-a+crc
	.file	"line.c"
	.text
	.align	2
	.p2align 4,,11
	.global	pause_ms
	.type	pause_ms, %function
pause_ms:
	mov	w7, 19923
	mov	w9, w0
	movk	w7, 0x1062, lsl 16
	mov	w11, 1000
	mov	w10, 16960
	stp	x29, x30, [sp, -32]!
	umull	x7, w0, w7
	movk	w10, 0xf, lsl 16
	mov	x29, sp
	add	x1, sp, 16
	lsr	x8, x7, 38
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 0
	msub	w7, w8, w11, w9
	mov	x0, 101
	str	x8, [sp, 16]
	umull	x7, w7, w10
	str	x7, [sp, 24]
	bl	syscall6
	ldp	x29, x30, [sp], 32
	ret
	.size	pause_ms, .-pause_ms
	.section	.rodata.str1.8,"aMS",@progbits,1
	.align	3
.LC0:
	.string	"/sys/bus/virtio/drivers/virtio_console"
	.align	3
.LC1:
	.string	"/dev/vport0p1"
	.align	3
.LC3:
	.string	"/dev/ttyS0"
	.text
	.align	2
	.p2align 4,,11
	.global	line_open
	.type	line_open, %function
line_open:
	stp	x29, x30, [sp, -112]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	mov	w20, 0
	stp	x21, x22, [sp, 32]
	adrp	x22, .LC0
	adrp	x21, .LC1
	add	x22, x22, :lo12:.LC0
	add	x21, x21, :lo12:.LC1
	str	x23, [sp, 48]
	adrp	x23, .LC2
	add	x23, x23, :lo12:.LC2
	b	.L5
	.p2align 2,,3
.L7:
	bl	syscall6
	mov	x19, x0
	cmp	w20, 500
	add	w20, w20, 1
	ccmp	x0, 0, 0, ne
	bge	.L6
	ldp	x8, x9, [x23]
	add	x1, sp, 64
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 0
	mov	x0, 101
	stp	x8, x9, [sp, 64]
	bl	syscall6
.L5:
	mov	x2, x22
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x1, -100
	mov	x0, 48
	bl	syscall6
	mov	x2, x21
	mov	x7, x0
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 2
	mov	x1, -100
	mov	x0, 56
	cbz	x7, .L7
	adrp	x20, .LANCHOR0
	mov	x0, -1
	str	x0, [x20, #:lo12:.LANCHOR0]
.L12:
	mov	w7, 7346
	stp	xzr, xzr, [sp, 64]
	mov	x1, -100
	adrp	x2, .LC3
	mov	x6, 0
	add	x2, x2, :lo12:.LC3
	mov	x5, 0
	mov	x4, 0
	mov	x3, 258
	mov	x0, 56
	str	w7, [sp, 72]
	stp	xzr, xzr, [sp, 80]
	str	wzr, [sp, 96]
	bl	syscall6
	mov	w1, 1
	strb	w1, [sp, 87]
	mov	x19, x0
	tbz	x0, #63, .L16
	str	x19, [x20, #:lo12:.LANCHOR0]
.L17:
	ldp	x21, x22, [sp, 32]
	mov	x0, x19
	ldp	x19, x20, [sp, 16]
	ldr	x23, [sp, 48]
	ldp	x29, x30, [sp], 112
	ret
	.p2align 2,,3
.L6:
	adrp	x20, .LANCHOR0
	str	x0, [x20, #:lo12:.LANCHOR0]
	tbnz	x0, #63, .L12
	ldp	x21, x22, [sp, 32]
	mov	x0, x19
	ldp	x19, x20, [sp, 16]
	ldr	x23, [sp, 48]
	ldp	x29, x30, [sp], 112
	ret
	.p2align 2,,3
.L16:
	mov	x1, x0
	add	x3, sp, 64
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x2, 21506
	mov	x0, 29
	bl	syscall6
	cmp	x0, 0
	csel	x19, x19, x0, ge
	str	x19, [x20, #:lo12:.LANCHOR0]
	b	.L17
	.size	line_open, .-line_open
	.align	2
	.p2align 4,,11
	.global	line_ahead
	.type	line_ahead, %function
line_ahead:
	adrp	x0, .LANCHOR1
	add	x2, x0, :lo12:.LANCHOR1
	ldr	x1, [x0, #:lo12:.LANCHOR1]
	ldr	x0, [x2, 8]
	sub	x0, x1, x0
	ret
	.size	line_ahead, .-line_ahead
	.align	2
	.p2align 4,,11
	.global	line_read
	.type	line_read, %function
line_read:
	cbz	x1, .L35
	stp	x29, x30, [sp, -96]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	adrp	x20, .LANCHOR1
	add	x20, x20, :lo12:.LANCHOR1
	stp	x21, x22, [sp, 32]
	adrp	x22, ahead
	add	x22, x22, :lo12:ahead
	stp	x23, x24, [sp, 48]
	adrp	x24, .LC4
	mov	x23, x0
	str	x25, [sp, 64]
	add	x25, x0, x1
	add	x24, x24, :lo12:.LC4
	ldr	x1, [x20, 8]
	.p2align 3,,7
.L21:
	adrp	x21, .LANCHOR0
	ldr	x0, [x20]
	add	x21, x21, :lo12:.LANCHOR0
	cmp	x1, x0
	beq	.L23
	b	.L25
	.p2align 2,,3
.L22:
	ldr	x1, [x20, 8]
	cmp	x19, 0
	csel	x19, x19, xzr, ge
	str	x19, [x20]
	cmp	x19, x1
	bne	.L25
.L23:
	ldr	x1, [x21]
	mov	x2, x22
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 65536
	mov	x0, 63
	str	xzr, [x20, 8]
	bl	syscall6
	cmp	x0, 0
	mov	x19, x0
	ccmn	x0, #4, 4, le
	beq	.L22
	ldp	x8, x9, [x24]
	add	x1, sp, 80
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 0
	mov	x0, 101
	stp	x8, x9, [sp, 80]
	bl	syscall6
	ldr	x1, [x20, 8]
	cmp	x19, 0
	csel	x19, x19, xzr, ge
	str	x19, [x20]
	cmp	x19, x1
	beq	.L23
.L25:
	ldrb	w0, [x22, x1]
	add	x1, x1, 1
	strb	w0, [x23], 1
	str	x1, [x20, 8]
	cmp	x23, x25
	bne	.L21
	ldp	x19, x20, [sp, 16]
	ldp	x21, x22, [sp, 32]
	ldp	x23, x24, [sp, 48]
	ldr	x25, [sp, 64]
	ldp	x29, x30, [sp], 96
	ret
.L35:
	ret
	.size	line_read, .-line_read
	.align	2
	.p2align 4,,11
	.global	line_write
	.type	line_write, %function
line_write:
	cbz	x1, .L50
	stp	x29, x30, [sp, -80]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	mov	x20, 0
	stp	x21, x22, [sp, 32]
	mov	x22, x0
	mov	x21, x1
	stp	x23, x24, [sp, 48]
	adrp	x23, .LANCHOR0
	adrp	x24, .LC4
	add	x23, x23, :lo12:.LANCHOR0
	add	x24, x24, :lo12:.LC4
	b	.L41
	.p2align 2,,3
.L40:
	cmp	x19, 0
	csel	x19, x19, xzr, ge
	add	x20, x20, x19
	cmp	x21, x20
	bls	.L53
.L41:
	ldr	x1, [x23]
	sub	x3, x21, x20
	add	x2, x22, x20
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x0, 64
	bl	syscall6
	cmp	x0, 0
	mov	x19, x0
	ccmn	x0, #4, 4, le
	beq	.L40
	ldp	x8, x9, [x24]
	add	x1, sp, 64
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 0
	mov	x0, 101
	stp	x8, x9, [sp, 64]
	bl	syscall6
	cmp	x19, 0
	csel	x19, x19, xzr, ge
	add	x20, x20, x19
	cmp	x21, x20
	bhi	.L41
.L53:
	ldp	x19, x20, [sp, 16]
	ldp	x21, x22, [sp, 32]
	ldp	x23, x24, [sp, 48]
	ldp	x29, x30, [sp], 80
	ret
	.p2align 2,,3
.L50:
	ret
	.size	line_write, .-line_write
	.section	.rodata.cst16,"aM",@progbits,16
	.align	4
.LC2:
	.xword	0
	.xword	20000000
	.align	4
.LC4:
	.xword	0
	.xword	10000000
	.data
	.align	3
	.set	.LANCHOR0,. + 0
	.type	device, %object
	.size	device, 8
device:
	.xword	-1
	.bss
	.align	3
	.set	.LANCHOR1,. + 0
	.type	end, %object
	.size	end, 8
end:
	.zero	8
	.type	begin, %object
	.size	begin, 8
begin:
	.zero	8
	.type	ahead, %object
	.size	ahead, 65536
ahead:
	.zero	65536
	.section	.note.GNU-stack,"",@progbits
