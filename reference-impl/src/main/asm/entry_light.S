// hook_entry with the light set: what a caller can have put in for the callee, and nothing else.
	.include "frame.inc"

	.equ	FUNCTION_RECORD, FREGS_SIZE	// frame records of the traced function
	.equ	CALLER_RECORD, FREGS_SIZE + RECORD_SIZE	// and of the site that called it
	.equ	FRAME_SIZE, FREGS_SIZE + 2 * RECORD_SIZE

	.text

// Reached by the patch site's "mov x9, x30 ; bl hook_entry": x9 = return address into the caller,
// x30 = address after the bl, sp as at the call. x9 to x17 are free here, all else is live.
TRAMPOLINE hook_entry
	mov	x10, sp				// sp as at the call
	sub	sp, sp, #FRAME_SIZE

	// arguments
	stp	x0, x1, [sp, #FREGS_X0]
	stp	x2, x3, [sp, #FREGS_X2]
	stp	x4, x5, [sp, #FREGS_X4]
	stp	x6, x7, [sp, #FREGS_X6]
	str	x8, [sp, #FREGS_X8]

	// where the function was called from, and where it goes on
	stp	x29, x9, [sp, #FREGS_FP]	// fp and lr
	stp	x10, x30, [sp, #FREGS_SP]	// sp and pc

	// frame records, so that walks from the handler find the caller and the function
	stp	x29, x9, [sp, #CALLER_RECORD]
	add	x29, sp, #CALLER_RECORD
	stp	x29, x30, [sp, #FUNCTION_RECORD]
	add	x29, sp, #FUNCTION_RECORD

	sub	x0, x30, #AARCH64_INSN_SIZE	// address of the bl
	mov	x1, x9				// return address into the caller
	mov	x2, sp				// the set
	bl	hook_entry_handler

	// the set decides what the function gets, and where it goes on
	ldp	x0, x1, [sp, #FREGS_X0]
	ldp	x2, x3, [sp, #FREGS_X2]
	ldp	x4, x5, [sp, #FREGS_X4]
	ldp	x6, x7, [sp, #FREGS_X6]
	ldr	x8, [sp, #FREGS_X8]
	ldp	x29, x30, [sp, #FREGS_FP]
	ldr	x9, [sp, #FREGS_PC]
	add	sp, sp, #FRAME_SIZE
	ret	x9				// ret, not br: there is no landing pad after the site
END hook_entry
