// Made from wire.c by 'build-agent.sh --compile'; do not edit.
// aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0
	.arch armv8-a+crc
	.file	"wire.c"
	.text
	.align	2
	.p2align 4,,11
	.type	send_waiting, %function
send_waiting:
	stp	x29, x30, [sp, -32]!
	mov	w0, 1
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	adrp	x19, .LANCHOR0
	add	x19, x19, :lo12:.LANCHOR0
.L16:
	ldaxr	w1, [x19]
	cbnz	w1, .L17
	stxr	w2, w0, [x19]
	cbnz	w2, .L16
.L17:
	cmp	w1, 0
	mov	w20, 2
	bne	.L2
.L6:
	ldr	x1, [x19, 8]
	cbnz	x1, .L11
.L15:
	ldxr	w0, [x19]
	stlxr	w1, wzr, [x19]
	cbnz	w1, .L15
	cmp	w0, 2
	beq	.L12
.L1:
	ldp	x19, x20, [sp, 16]
	ldp	x29, x30, [sp], 32
	ret
	.p2align 2,,3
.L11:
	adrp	x0, out
	add	x0, x0, :lo12:out
	bl	line_write
	str	xzr, [x19, 8]
	str	wzr, [x19, 16]
.L14:
	ldxr	w0, [x19]
	stlxr	w1, wzr, [x19]
	cbnz	w1, .L14
	cmp	w0, 2
	bne	.L1
.L12:
	mov	x1, x19
	mov	x6, 0
	ldp	x19, x20, [sp, 16]
	mov	x5, 0
	ldp	x29, x30, [sp], 32
	mov	x4, 0
	mov	x3, 1
	mov	x2, 129
	mov	x0, 98
	b	syscall6
.L5:
	mov	x1, x19
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 2
	mov	x2, 128
	mov	x0, 98
	bl	syscall6
.L2:
.L13:
	ldaxr	w0, [x19]
	stxr	w1, w20, [x19]
	cbnz	w1, .L13
	cbnz	w0, .L5
	b	.L6
	.size	send_waiting, .-send_waiting
	.align	2
	.p2align 4,,11
	.type	send, %function
send:
	stp	x29, x30, [sp, -80]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	adrp	x19, .LANCHOR0
	mov	x20, x2
	add	x19, x19, :lo12:.LANCHOR0
	stp	x21, x22, [sp, 32]
	mov	w21, w3
	stp	x23, x24, [sp, 48]
	and	w23, w1, 65535
	mov	x22, x0
	mov	w0, 1
	str	x25, [sp, 64]
.L52:
	ldaxr	w1, [x19]
	cbnz	w1, .L53
	stxr	w2, w0, [x19]
	cbnz	w2, .L52
.L53:
	cmp	w1, 0
	mov	w24, 2
	bne	.L19
.L23:
	ldr	x1, [x19, 8]
	mov	x0, 40
	movk	x0, 0x2, lsl 16
	add	x2, x1, 65536
	add	x2, x2, 20
	cmp	x2, x0
	bhi	.L45
	adrp	x25, out
	add	x24, x25, :lo12:out
	add	x4, x24, x1
	mov	w0, 21072
	ldr	w5, [x22, 8]
	movk	w0, 0x5942, lsl 16
	ldrh	w3, [x22, 14]
	orr	w2, w23, 128
	str	w0, [x24, x1]
	mov	x8, 0
	stp	w21, w5, [x4, 4]
	add	x0, x1, 20
	strh	w2, [x4, 12]
	add	x5, x4, 16
	strh	w3, [x4, 14]
	cbz	w21, .L25
.L24:
	uxtw	x8, w21
	add	x5, x4, 16
	mov	x1, 0
	.p2align 3,,7
.L28:
	ldrb	w6, [x20, x1]
	strb	w6, [x5, x1]
	add	x1, x1, 1
	cmp	x8, x1
	bne	.L28
.L25:
	add	x5, x5, x8
	mov	x1, x8
	sub	x2, x5, x4
	mov	x3, x4
	cmp	x2, 7
	ble	.L46
.L26:
	mov	w2, -1
	.p2align 3,,7
.L29:
	ldr	x7, [x4], 8
	sub	x6, x5, x4
	crc32x	w2, w2, x7
	cmp	x6, 7
	bgt	.L29
.L27:
	cmp	x4, x5
	bcs	.L30
	.p2align 3,,7
.L31:
	ldrb	w6, [x4], 1
	crc32b	w2, w2, w6
	cmp	x4, x5
	bne	.L31
.L30:
	add	x8, x3, x8
	add	w5, w21, 1
	add	x5, x3, x5
	add	w4, w21, 2
	mvn	w2, w2
	add	x4, x3, x4
	add	w21, w21, 3
	strb	w2, [x8, 16]
	add	x3, x3, x21
	lsr	w6, w2, 8
	strb	w6, [x5, 16]
	lsr	w5, w2, 16
	strb	w5, [x4, 16]
	lsr	w2, w2, 24
	strb	w2, [x3, 16]
	cmp	w23, 4
	ldr	w4, [x19, 16]
	cset	w2, eq
	ldrh	w3, [x22, 14]
	add	x1, x1, x0
	orr	w0, w2, w4
	str	x1, [x19, 8]
	str	w0, [x19, 16]
	cbnz	w3, .L47
.L51:
	ldxr	w0, [x19]
	stlxr	w1, wzr, [x19]
	cbnz	w1, .L51
	cmp	w0, 2
	beq	.L48
.L18:
	ldp	x19, x20, [sp, 16]
	ldp	x21, x22, [sp, 32]
	ldp	x23, x24, [sp, 48]
	ldr	x25, [sp, 64]
	ldp	x29, x30, [sp], 80
	ret
	.p2align 2,,3
.L45:
	adrp	x25, out
	add	x24, x25, :lo12:out
	mov	x0, x24
	bl	line_write
	ldr	w3, [x22, 8]
	mov	w0, 21072
	ldrh	w2, [x22, 14]
	movk	w0, 0x5942, lsl 16
	orr	w1, w23, 128
	str	w0, [x25, #:lo12:out]
	stp	w21, w3, [x24, 4]
	mov	x4, x24
	str	xzr, [x19, 8]
	mov	x0, 20
	strh	w1, [x24, 12]
	strh	w2, [x24, 14]
	str	wzr, [x19, 16]
	cbnz	w21, .L24
	adrp	x5, out+16
	mov	x3, x24
	add	x5, x5, :lo12:out+16
	mov	x1, 0
	mov	x8, 0
	b	.L26
	.p2align 2,,3
.L47:
	mov	x0, x24
	bl	line_write
	str	xzr, [x19, 8]
	str	wzr, [x19, 16]
.L50:
	ldxr	w0, [x19]
	stlxr	w1, wzr, [x19]
	cbnz	w1, .L50
	cmp	w0, 2
	bne	.L18
.L48:
	ldp	x21, x22, [sp, 32]
	mov	x1, x19
	ldp	x19, x20, [sp, 16]
	mov	x6, 0
	ldp	x23, x24, [sp, 48]
	mov	x5, 0
	ldr	x25, [sp, 64]
	mov	x4, 0
	ldp	x29, x30, [sp], 80
	mov	x3, 1
	mov	x2, 129
	mov	x0, 98
	b	syscall6
	.p2align 2,,3
.L46:
	mov	w2, -1
	b	.L27
.L22:
	mov	x1, x19
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 2
	mov	x2, 128
	mov	x0, 98
	bl	syscall6
.L19:
.L49:
	ldaxr	w0, [x19]
	stxr	w1, w24, [x19]
	cbnz	w1, .L49
	cbnz	w0, .L22
	b	.L23
	.size	send, .-send
	.align	2
	.p2align 4,,11
	.global	wire_open
	.type	wire_open, %function
wire_open:
	b	line_open
	.size	wire_open, .-wire_open
	.align	2
	.p2align 4,,11
	.global	wire_before_call
	.type	wire_before_call, %function
wire_before_call:
	adrp	x0, .LANCHOR0+16
	ldr	w0, [x0, #:lo12:.LANCHOR0+16]
	cbnz	w0, .L57
	ret
	.p2align 2,,3
.L57:
	b	send_waiting
	.size	wire_before_call, .-wire_before_call
	.align	2
	.p2align 4,,11
	.global	wire_answer
	.type	wire_answer, %function
wire_answer:
	mov	w3, w2
	mov	x2, x1
	ldrh	w1, [x0, 12]
	b	send
	.size	wire_answer, .-wire_answer
	.align	2
	.p2align 4,,11
	.global	wire_error
	.type	wire_error, %function
wire_error:
	stp	x29, x30, [sp, -32]!
	mov	x3, 0
	mov	x29, sp
	str	w1, [sp, 16]
	.p2align 3,,7
.L60:
	add	x1, sp, 16
	add	x4, x1, x3
	lsl	w1, w3, 3
	add	x3, x3, 1
	lsr	x1, x2, x1
	strb	w1, [x4, 4]
	cmp	x3, 8
	bne	.L60
	add	x2, sp, 16
	mov	w3, 12
	mov	w1, 127
	bl	send
	ldp	x29, x30, [sp], 32
	ret
	.size	wire_error, .-wire_error
	.align	2
	.p2align 4,,11
	.global	wire_receive
	.type	wire_receive, %function
wire_receive:
	stp	x29, x30, [sp, -96]!
	mov	x29, sp
	stp	x21, x22, [sp, 32]
	adrp	x21, .LANCHOR1
	add	x21, x21, :lo12:.LANCHOR1
	add	x22, x0, 16
	stp	x19, x20, [sp, 16]
	mov	w20, 21072
	mov	x19, x0
	stp	x23, x24, [sp, 48]
	add	x23, x0, 4
	add	x24, x21, 16
	movk	w20, 0x5942, lsl 16
	str	x25, [sp, 64]
	mov	w25, 0
.L64:
	bl	line_ahead
	cmp	x0, 3
	bls	.L87
	.p2align 3,,7
.L65:
	mov	x0, x19
	mov	x1, 4
	bl	line_read
	ldr	w2, [x19]
	cmp	w2, w20
	beq	.L72
	cbnz	w25, .L71
	uxtw	x2, w2
	mov	x0, x21
	mov	w1, 1
	bl	wire_error
	b	.L71
	.p2align 2,,3
.L70:
	add	x0, sp, 95
	mov	x1, 1
	bl	line_read
	ldr	w0, [x19]
	ldrb	w1, [sp, 95]
	extr	w1, w1, w0, 8
	str	w1, [x19]
	cmp	w1, w20
	beq	.L72
.L71:
	bl	line_ahead
	cbnz	x0, .L70
	bl	send_waiting
	b	.L70
	.p2align 2,,3
.L72:
	bl	line_ahead
	cmp	x0, 11
	bls	.L88
	mov	x0, x23
	mov	x1, 12
	bl	line_read
	ldr	w25, [x19, 4]
	cmp	w25, 65536
	bhi	.L89
.L73:
	add	w25, w25, 4
	bl	line_ahead
	cmp	x25, x0
	bhi	.L90
.L75:
	mov	x1, x25
	mov	x0, x22
	bl	line_read
	ldr	w5, [x19, 4]
	mov	w2, -1
	add	x0, x22, x5
	sub	x1, x0, x19
	cmp	x1, 7
	mov	x1, x19
	ble	.L76
	.p2align 3,,7
.L77:
	ldr	x4, [x1], 8
	sub	x3, x0, x1
	crc32x	w2, w2, x4
	cmp	x3, 7
	bgt	.L77
.L76:
	cmp	x0, x1
	bls	.L78
	.p2align 3,,7
.L79:
	ldrb	w3, [x1], 1
	crc32b	w2, w2, w3
	cmp	x0, x1
	bne	.L79
.L78:
	ldr	w0, [x22, x5]
	mvn	w2, w2
	cmp	w0, w2
	beq	.L85
	mov	x0, x24
	mov	w1, 3
	mov	w25, 0
	bl	wire_error
	bl	line_ahead
	cmp	x0, 3
	bhi	.L65
.L87:
	bl	send_waiting
	b	.L65
	.p2align 2,,3
.L88:
	bl	send_waiting
	mov	x0, x23
	mov	x1, 12
	bl	line_read
	ldr	w25, [x19, 4]
	cmp	w25, 65536
	bls	.L73
.L89:
	uxtw	x2, w25
	mov	x0, x24
	mov	w1, 2
	mov	w25, 1
	bl	wire_error
	b	.L64
	.p2align 2,,3
.L90:
	bl	send_waiting
	b	.L75
.L85:
	ldp	x19, x20, [sp, 16]
	ldp	x21, x22, [sp, 32]
	ldp	x23, x24, [sp, 48]
	ldr	x25, [sp, 64]
	ldp	x29, x30, [sp], 96
	ret
	.size	wire_receive, .-wire_receive
	.section	.rodata
	.align	3
	.set	.LANCHOR1,. + 0
	.type	unknown.0, %object
	.size	unknown.0, 16
unknown.0:
	.zero	16
	.type	unknown.1, %object
	.size	unknown.1, 16
unknown.1:
	.zero	16
	.bss
	.align	3
	.set	.LANCHOR0,. + 0
	.type	sending, %object
	.size	sending, 4
sending:
	.zero	4
	.zero	4
	.type	waiting, %object
	.size	waiting, 8
waiting:
	.zero	8
	.type	calls_wait, %object
	.size	calls_wait, 4
calls_wait:
	.zero	4
	.zero	4
	.type	out, %object
	.size	out, 131112
out:
	.zero	131112
	.section	.note.GNU-stack,"",@progbits
