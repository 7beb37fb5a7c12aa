// Made from wire.c by 'build-agent.sh --compile'; do not edit.
// aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0
	.arch armv8-a+crc
	.file	"wire.c"
	.text
	.align	2
	.p2align 4,,11
	.type	send, %function
send:
	stp	x29, x30, [sp, -64]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	mov	x20, x2
	mov	w19, w3
	stp	x21, x22, [sp, 32]
	adrp	x21, .LANCHOR0
	add	x21, x21, :lo12:.LANCHOR0
	stp	x23, x24, [sp, 48]
	and	w23, w1, 65535
	mov	x22, x0
	mov	w0, 1
.L24:
	ldaxr	w1, [x21]
	cbnz	w1, .L25
	stxr	w2, w0, [x21]
	cbnz	w2, .L24
.L25:
	cmp	w1, 0
	mov	w24, 2
	bne	.L2
.L6:
	adrp	x1, out
	add	x0, x1, :lo12:out
	ldr	w3, [x22, 8]
	mov	w4, 21072
	ldrh	w2, [x22, 14]
	orr	w23, w23, 128
	movk	w4, 0x5942, lsl 16
	str	w4, [x1, #:lo12:out]
	stp	w19, w3, [x0, 4]
	adrp	x5, out+16
	strh	w23, [x0, 12]
	strh	w2, [x0, 14]
	cbz	w19, .L20
	uxtw	x8, w19
	add	x5, x5, :lo12:out+16
	mov	x1, 0
	.p2align 3,,7
.L7:
	ldrb	w4, [x20, x1]
	strb	w4, [x5, x1]
	add	x1, x1, 1
	cmp	x8, x1
	bne	.L7
	add	x5, x5, x8
	mov	x1, x8
	sub	x2, x5, x0
	cmp	x2, 7
	ble	.L13
.L4:
	mov	x2, x0
	mov	w4, -1
	.p2align 3,,7
.L9:
	ldr	x7, [x2], 8
	sub	x6, x5, x2
	crc32x	w4, w4, x7
	cmp	x6, 7
	bgt	.L9
.L8:
	cmp	x5, x2
	bls	.L10
	.p2align 3,,7
.L11:
	ldrb	w6, [x2], 1
	crc32b	w4, w4, w6
	cmp	x5, x2
	bne	.L11
.L10:
	add	w3, w19, 1
	add	x8, x0, x8
	add	x3, x0, x3
	mvn	w4, w4
	add	w2, w19, 2
	add	w19, w19, 3
	add	x2, x0, x2
	strb	w4, [x8, 16]
	lsr	w5, w4, 8
	add	x19, x0, x19
	strb	w5, [x3, 16]
	lsr	w3, w4, 16
	lsr	w4, w4, 24
	strb	w3, [x2, 16]
	add	x1, x1, 20
	strb	w4, [x19, 16]
	bl	line_write
.L23:
	ldxr	w0, [x21]
	stlxr	w1, wzr, [x21]
	cbnz	w1, .L23
	cmp	w0, 2
	beq	.L21
	ldp	x19, x20, [sp, 16]
	ldp	x21, x22, [sp, 32]
	ldp	x23, x24, [sp, 48]
	ldp	x29, x30, [sp], 64
	ret
	.p2align 2,,3
.L21:
	ldp	x19, x20, [sp, 16]
	mov	x1, x21
	ldp	x21, x22, [sp, 32]
	mov	x6, 0
	ldp	x23, x24, [sp, 48]
	mov	x5, 0
	ldp	x29, x30, [sp], 64
	mov	x4, 0
	mov	x3, 1
	mov	x2, 129
	mov	x0, 98
	b	syscall6
	.p2align 2,,3
.L20:
	add	x5, x5, :lo12:out+16
	mov	x1, 0
	mov	x8, 0
	b	.L4
	.p2align 2,,3
.L13:
	mov	x2, x0
	mov	w4, -1
	b	.L8
.L5:
	mov	x1, x21
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 2
	mov	x2, 128
	mov	x0, 98
	bl	syscall6
.L2:
.L22:
	ldaxr	w0, [x21]
	stxr	w1, w24, [x21]
	cbnz	w1, .L22
	cbnz	w0, .L5
	b	.L6
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
.L29:
	add	x1, sp, 16
	add	x4, x1, x3
	lsl	w1, w3, 3
	add	x3, x3, 1
	lsr	x1, x2, x1
	strb	w1, [x4, 4]
	cmp	x3, 8
	bne	.L29
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
	stp	x29, x30, [sp, -64]!
	mov	x1, 4
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	mov	x19, x0
	mov	x20, x19
	stp	x21, x22, [sp, 32]
	bl	line_read
	mov	w0, 21072
	ldr	w2, [x20], 16
	adrp	x22, .LANCHOR1
	add	x21, x19, 4
	add	x22, x22, :lo12:.LANCHOR1
	movk	w0, 0x5942, lsl 16
	cmp	w2, w0
	beq	.L38
	.p2align 3,,7
.L33:
	uxtw	x2, w2
	mov	x0, x22
	mov	w1, 1
	bl	wire_error
.L39:
	mov	w22, 21072
	movk	w22, 0x5942, lsl 16
.L37:
	add	x0, sp, 63
	mov	x1, 1
	bl	line_read
	ldr	w0, [x19]
	ldrb	w1, [sp, 63]
	extr	w1, w1, w0, 8
	str	w1, [x19]
	cmp	w1, w22
	bne	.L37
.L38:
	mov	x1, 12
	mov	x0, x21
	bl	line_read
	ldr	w1, [x19, 4]
	cmp	w1, 65536
	bhi	.L55
.L51:
	add	w1, w1, 4
	mov	x0, x20
	bl	line_read
	ldr	w5, [x19, 4]
	mov	w2, -1
	add	x0, x20, x5
	sub	x1, x0, x19
	cmp	x1, 7
	mov	x1, x19
	ble	.L41
	.p2align 3,,7
.L42:
	ldr	x4, [x1], 8
	sub	x3, x0, x1
	crc32x	w2, w2, x4
	cmp	x3, 7
	bgt	.L42
.L41:
	cmp	x1, x0
	bcs	.L43
	.p2align 3,,7
.L44:
	ldrb	w3, [x1], 1
	crc32b	w2, w2, w3
	cmp	x0, x1
	bne	.L44
.L43:
	ldr	w0, [x20, x5]
	mvn	w2, w2
	cmp	w0, w2
	beq	.L52
	adrp	x22, .LANCHOR1
	add	x22, x22, :lo12:.LANCHOR1
	add	x0, x22, 16
	mov	w1, 3
	bl	wire_error
	mov	x0, x19
	mov	x1, 4
	bl	line_read
	ldr	w2, [x19]
	mov	w0, 21072
	movk	w0, 0x5942, lsl 16
	cmp	w2, w0
	bne	.L33
	mov	x1, 12
	mov	x0, x21
	bl	line_read
	ldr	w1, [x19, 4]
	cmp	w1, 65536
	bls	.L51
	.p2align 3,,7
.L55:
	uxtw	x2, w1
	adrp	x0, .LANCHOR1
	add	x0, x0, :lo12:.LANCHOR1
	mov	w1, 2
	add	x0, x0, 16
	bl	wire_error
	mov	x0, x19
	mov	x1, 4
	bl	line_read
	ldr	w1, [x19]
	mov	w0, 21072
	movk	w0, 0x5942, lsl 16
	cmp	w1, w0
	bne	.L39
	b	.L38
.L52:
	ldp	x19, x20, [sp, 16]
	ldp	x21, x22, [sp, 32]
	ldp	x29, x30, [sp], 64
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
	.type	out, %object
	.size	out, 65556
out:
	.zero	65556
	.section	.note.GNU-stack,"",@progbits
