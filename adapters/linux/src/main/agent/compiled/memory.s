// Made from memory.c by 'build-agent.sh --compile'; do not edit.
// aarch64-linux-gnu-gcc (Debian 12.2.0-14) 12.2.0
	.arch armv8-a+crc
	.file	"memory.c"
	.text
	.align	2
	.p2align 4,,11
	.type	copy, %function
copy:
	stp	x29, x30, [sp, -144]!
	mov	x29, sp
	stp	x19, x20, [sp, 16]
	adrp	x20, .LANCHOR0
	add	x20, x20, :lo12:.LANCHOR0
	stp	x21, x22, [sp, 32]
	mov	w21, w2
	mov	w22, 0
	stp	x23, x24, [sp, 48]
	mov	x23, x0
	mov	x24, x1
	stp	x25, x26, [sp, 64]
	mov	w25, 4096
.L2:
	uxtw	x26, w22
	sub	w3, w21, w22
	add	x2, x26, x23
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x0, 64
	cmp	w22, w21
	bcs	.L1
	ldrsw	x1, [x20, 4]
	cmp	w3, 4096
	csel	w3, w3, w25, ls
	bl	syscall6
	mov	x19, x0
	add	x2, x26, x24
	mov	x3, x19
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x0, 63
	cmp	x19, 0
	ble	.L1
	ldrsw	x1, [x20]
	bl	syscall6
	cmp	x0, 0
	csel	x1, x0, xzr, ge
	add	w22, w22, w1
	cmp	x19, x0
	beq	.L2
	sub	x19, x19, x1
	cmp	x19, 0
	ble	.L1
	mov	x21, 64
	.p2align 3,,7
.L6:
	ldrsw	x1, [x20]
	cmp	x19, 64
	csel	x3, x19, x21, le
	add	x2, sp, 80
	mov	x6, 0
	mov	x5, 0
	mov	x4, 0
	mov	x0, 63
	bl	syscall6
	sub	x19, x19, x0
	cmp	x0, 0
	ble	.L1
	cmp	x19, 0
	bgt	.L6
.L1:
	ldp	x19, x20, [sp, 16]
	mov	w0, w22
	ldp	x21, x22, [sp, 32]
	ldp	x23, x24, [sp, 48]
	ldp	x25, x26, [sp, 64]
	ldp	x29, x30, [sp], 144
	ret
	.size	copy, .-copy
	.align	2
	.p2align 4,,11
	.global	memory_open
	.type	memory_open, %function
memory_open:
	adrp	x7, .LANCHOR0
	add	x7, x7, :lo12:.LANCHOR0
	mov	x9, x0
	mov	x8, x1
	mov	x6, 0
	mov	x1, x7
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 0
	mov	x0, 59
	stp	x9, x8, [x7, 8]
	b	syscall6
	.size	memory_open, .-memory_open
	.align	2
	.p2align 4,,11
	.global	memory_read
	.type	memory_read, %function
memory_read:
	adrp	x3, .LANCHOR0
	add	x3, x3, :lo12:.LANCHOR0
	uxtw	x5, w2
	ldr	x4, [x3, 16]
	cmp	x5, x4
	bhi	.L15
	ldr	x3, [x3, 8]
	sub	x4, x4, x5
	sub	x3, x0, x3
	cmp	x3, x4
	bhi	.L15
	sub	w4, w2, #1
	cbz	w2, .L20
	add	x5, x0, 1
	mvn	x3, x0
	add	x4, x5, w4, uxtw
	add	x1, x1, x3
	.p2align 3,,7
.L18:
	mov	x3, x0
	add	x0, x0, 1
	ldrb	w3, [x3]
	strb	w3, [x0, x1]
	cmp	x0, x4
	bne	.L18
	mov	w0, w2
	ret
	.p2align 2,,3
.L15:
	b	copy
	.p2align 2,,3
.L20:
	mov	w0, 0
	ret
	.size	memory_read, .-memory_read
	.align	2
	.p2align 4,,11
	.global	memory_write
	.type	memory_write, %function
memory_write:
	adrp	x4, .LANCHOR0
	add	x4, x4, :lo12:.LANCHOR0
	uxtw	x6, w2
	mov	x3, x0
	mov	x0, x1
	ldr	x5, [x4, 16]
	cmp	x6, x5
	bhi	.L22
	ldr	x1, [x4, 8]
	sub	x5, x5, x6
	sub	x1, x3, x1
	cmp	x1, x5
	bhi	.L22
	sub	w5, w2, #1
	cbz	w2, .L27
	add	x4, x3, 1
	mvn	x1, x3
	add	x5, x4, w5, uxtw
	add	x1, x0, x1
	.p2align 3,,7
.L25:
	mov	x0, x3
	add	x3, x3, 1
	ldrb	w4, [x3, x1]
	strb	w4, [x0]
	cmp	x3, x5
	bne	.L25
	mov	w0, w2
	ret
	.p2align 2,,3
.L22:
	mov	x1, x3
	b	copy
	.p2align 2,,3
.L27:
	mov	w0, 0
	ret
	.size	memory_write, .-memory_write
	.bss
	.align	3
	.set	.LANCHOR0,. + 0
	.type	ends, %object
	.size	ends, 8
ends:
	.zero	8
	.type	own, %object
	.size	own, 8
own:
	.zero	8
	.type	own_size, %object
	.size	own_size, 8
own_size:
	.zero	8
	.section	.note.GNU-stack,"",@progbits
