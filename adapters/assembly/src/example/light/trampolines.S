// Example trampolines: hooks at entry and return with the light register set, kretprobe by brk.
//
// Start from this file, or lay your own next to a candidate.properties and judge it:
//
//	mvn test -Dprobity.candidate=asm:adapters/assembly/src/example/light
//
// The source is assembled as it stands, without the C preprocessor. It may leave undefined:
// hook_entry_handler, hook_return_handler and kretprobe_handler, the hook core's "C code". Calling
// one overwrites x0 to x17 and NZCV, as a C function may; x18 and the vector registers it leaves
// alone. It wants x29 to lead to a chain of frame records, so that it can walk the stack.

// ---- the light set; each offset stands in candidate.properties too

	.equ	SET_X0, 0
	.equ	SET_X2, 16
	.equ	SET_X4, 32
	.equ	SET_X6, 48
	.equ	SET_X8, 64			// and 8 bytes that nobody uses
	.equ	SET_FP, 80
	.equ	SET_LR, 88
	.equ	SET_SP, 96
	.equ	SET_PC, 104
	.equ	SET_SIZE, 112

// ---- stack frames: the set lies at sp, frame records {x29, x30} above it

	.equ	RECORD, 16
	.equ	ENTRY_FUNCTION, SET_SIZE		// record of the hooked function
	.equ	ENTRY_CALLER, SET_SIZE + RECORD		// record of the one that called it
	.equ	ENTRY_FRAME, SET_SIZE + 2 * RECORD
	.equ	RETURN_CALLER, SET_SIZE
	.equ	RETURN_FRAME, SET_SIZE + RECORD

// Arguments and results travel in x0 to x7 alike.
	.macro	SAVE_X0_TO_X7
	stp	x0, x1, [sp, #SET_X0]
	stp	x2, x3, [sp, #SET_X2]
	stp	x4, x5, [sp, #SET_X4]
	stp	x6, x7, [sp, #SET_X6]
	.endm

	.macro	RESTORE_X0_TO_X7
	ldp	x0, x1, [sp, #SET_X0]
	ldp	x2, x3, [sp, #SET_X2]
	ldp	x4, x5, [sp, #SET_X4]
	ldp	x6, x7, [sp, #SET_X6]
	.endm

	.text

// ---- hook_entry: between a function's patch site and its body
//
// The site is "mov x9, x30 ; bl hook_entry". On arrival:
//
//	x9	return address into the caller: x30 as the caller's bl left it
//	x30	address after the site, where the body starts
//	sp	as at the call
//
// x9 to x17 and NZCV are free. Everything else belongs to the function: arguments in x0 to x8 and on
// the stack, x18 (shadow call stack), callee-saved registers, vectors.

	.global	hook_entry
	.type	hook_entry, %function
	.balign	4
hook_entry:
	sub	sp, sp, #ENTRY_FRAME		// sp stays 16-byte aligned

	// What the function was called with.
	SAVE_X0_TO_X7
	str	x8, [sp, #SET_X8]
	stp	x29, x9, [sp, #SET_FP]		// fp and lr, as the caller left them
	add	x10, sp, #ENTRY_FRAME
	stp	x10, x30, [sp, #SET_SP]		// sp at the call, and pc: where to go on

	// No record leads to the caller yet, since the function has not made its own. Two make the
	// chain complete for whoever walks from inside the handler: function, caller, and on.
	stp	x29, x9, [sp, #ENTRY_CALLER]
	add	x29, sp, #ENTRY_CALLER
	stp	x29, x30, [sp, #ENTRY_FUNCTION]
	add	x29, sp, #ENTRY_FUNCTION

	sub	x0, x30, #4			// entry ip: the bl of the site
	mov	x1, x9				// return ip
	mov	x2, sp				// the set
	bl	hook_entry_handler

	// The set decides, whatever the handler did to it: changed arguments, another pc, and in lr
	// the address of hook_return or kretprobe_trampoline where a return is hooked.
	RESTORE_X0_TO_X7
	ldr	x8, [sp, #SET_X8]
	ldp	x29, x30, [sp, #SET_FP]
	ldr	x9, [sp, #SET_PC]
	add	sp, sp, #ENTRY_FRAME
	ret	x9				// a br would want a landing pad at the body
	.size	hook_entry, . - hook_entry

// ---- hook_return: where a hooked function's ret leads instead of to its caller
//
// x0 to x7 hold results; sp and x29 are the caller's again, x30 is the address of hook_return. x8 to
// x17 and NZCV are free. The rest belongs to the caller. Only the handler knows where it is: it
// writes the true return address into the set's pc, and answers with the address to go on at. That
// is the same one, or another return hook's trampoline on the same frame.

	.global	hook_return
	.type	hook_return, %function
	.balign	4
hook_return:
	sub	sp, sp, #RETURN_FRAME
	SAVE_X0_TO_X7
	str	x29, [sp, #SET_FP]
	add	x10, sp, #RETURN_FRAME
	str	x10, [sp, #SET_SP]

	// A record that returns into this trampoline: walkers know it, and show the caller instead.
	stp	x29, x30, [sp, #RETURN_CALLER]
	add	x29, sp, #RETURN_CALLER

	mov	x0, sp				// the set
	bl	hook_return_handler
	mov	x30, x0				// the continuation, before x0 is a result again

	RESTORE_X0_TO_X7
	ldr	x29, [sp, #SET_FP]
	add	sp, sp, #RETURN_FRAME
	ret
	.size	hook_return, . - hook_return

// ---- kretprobe_trampoline: the same place for kretprobe
//
// brk #7 leaves all the work to the exception, which stores a full pt_regs and restores it. To build
// the set by hand, store it as above, call kretprobe_handler with x0 = the set, and describe it in
// candidate.properties by kretprobe.size, kretprobe.pc and so on.

	.global	kretprobe_trampoline
	.type	kretprobe_trampoline, %function
	.balign	4
kretprobe_trampoline:
	brk	#7
	.size	kretprobe_trampoline, . - kretprobe_trampoline
