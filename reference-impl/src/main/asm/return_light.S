// hook_return with the light set: what a function can have put in for its caller.
	.include "frame.inc"

	.text

// Reached by the ret of the hooked function: results in x0 to x7, sp and x29 as at the return,
// x30 = hook_return itself. x8 to x17 are free here, all else is live.
TRAMPOLINE hook_return
	sub	sp, sp, #FREGS_SIZE

	// results
	stp	x0, x1, [sp, #FREGS_X0]
	stp	x2, x3, [sp, #FREGS_X2]
	stp	x4, x5, [sp, #FREGS_X4]
	stp	x6, x7, [sp, #FREGS_X6]

	// fp and lr lie next to each other, so they are a frame record at once: the walker
	// translates the lr, which is hook_return, into the pending return address
	stp	x29, x30, [sp, #FREGS_FP]
	add	x29, sp, #FREGS_FP

	add	x9, sp, #FREGS_SIZE		// sp as at the return
	str	x9, [sp, #FREGS_SP]		// pc is filled in by the handler

	mov	x0, sp				// the set
	bl	hook_return_handler
	mov	x30, x0				// the continuation

	// the set decides what the caller gets
	ldp	x0, x1, [sp, #FREGS_X0]
	ldp	x2, x3, [sp, #FREGS_X2]
	ldp	x4, x5, [sp, #FREGS_X4]
	ldp	x6, x7, [sp, #FREGS_X6]
	ldr	x29, [sp, #FREGS_FP]
	add	sp, sp, #FREGS_SIZE
	ret
END hook_return
