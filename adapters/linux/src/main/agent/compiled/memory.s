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
	adrp	x1, .LANCHOR0
	mov	x6, 0
	add	x1, x1, :lo12:.LANCHOR0
	mov	x5, 0
	mov	x4, 0
	mov	x3, 0
	mov	x2, 0
	mov	x0, 59
	b	syscall6
	.size	memory_open, .-memory_open
	.align	2
	.p2align 4,,11
	.global	memory_read
	.type	memory_read, %function
memory_read:
	b	copy
	.size	memory_read, .-memory_read
	.align	2
	.p2align 4,,11
	.global	memory_write
	.type	memory_write, %function
memory_write:
	mov	x3, x0
	mov	x0, x1
	mov	x1, x3
	b	copy
	.size	memory_write, .-memory_write
	.bss
	.align	3
	.set	.LANCHOR0,. + 0
	.type	ends, %object
	.size	ends, 8
ends:
	.zero	8
	.section	.note.GNU-stack,"",@progbits
