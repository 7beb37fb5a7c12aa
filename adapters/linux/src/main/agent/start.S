// What cannot be said in C: where the program begins, a system call, and a second thread.

	.text

	// The kernel enters here with argc at sp and nothing in the registers.
	.globl	_start
	.type	_start, %function
_start:
	mov	x29, #0			// the outermost frame
	mov	x30, #0
	mov	x0, sp			// argc, argv, environment, auxiliary vector
	bl	agent_main
	brk	#0			// it does not return
	.size	_start, . - _start

	// s64 syscall6(nr, six arguments): the number goes to x8, the arguments move down by one.
	.globl	syscall6
	.type	syscall6, %function
syscall6:
	mov	x8, x0
	mov	x0, x1
	mov	x1, x2
	mov	x2, x3
	mov	x3, x4
	mov	x4, x5
	mov	x5, x6
	svc	#0
	ret
	.size	syscall6, . - syscall6

	// s64 spawn(flags, stack, body, argument, tid): a thread that runs body(argument) on that
	// stack. Body and argument wait in registers that a system call leaves alone, since the new
	// thread finds nothing on its stack.
	.globl	spawn
	.type	spawn, %function
spawn:
	mov	x9, x2
	mov	x10, x3
	mov	x2, x4			// parent_tid: where the kernel writes the new thread's id
	mov	x3, #0			// no thread pointer
					// x4, child_tid: what the kernel clears when the thread ends
	mov	x8, #220		// clone
	svc	#0
	cbz	x0, 1f
	ret
1:	mov	x29, #0
	mov	x30, #0
	mov	x0, x10
	blr	x9
	brk	#0			// a body does not return
	.size	spawn, . - spawn

	.section .note.GNU-stack, "", %progbits
