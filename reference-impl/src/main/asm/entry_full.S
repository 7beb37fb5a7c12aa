// hook_entry with the full set: a struct pt_regs, as a program's context wants it.
	.include "frame.inc"

	.equ	FUNCTION_RECORD, PT_REGS_SIZE	// frame records of the traced function
	.equ	CALLER_RECORD, PT_REGS_SIZE + RECORD_SIZE	// and of the site that called it
	.equ	FRAME_SIZE, PT_REGS_SIZE + 2 * RECORD_SIZE

	.text

// Reached by the patch site's "mov x9, x30 ; bl hook_entry": x9 = return address into the caller,
// x30 = address after the bl, sp as at the call. x9 to x17 are free here, all else is live.
TRAMPOLINE hook_entry
	sub	sp, sp, #FRAME_SIZE

	stp	x0, x1, [sp, #S_X0]
	stp	x2, x3, [sp, #S_X2]
	stp	x4, x5, [sp, #S_X4]
	stp	x6, x7, [sp, #S_X6]
	stp	x8, x9, [sp, #S_X8]		// x9 is what the site made of it: the return address
	stp	x10, x11, [sp, #S_X10]
	stp	x12, x13, [sp, #S_X12]
	stp	x14, x15, [sp, #S_X14]
	stp	x16, x17, [sp, #S_X16]
	stp	x18, x19, [sp, #S_X18]
	stp	x20, x21, [sp, #S_X20]
	stp	x22, x23, [sp, #S_X22]
	stp	x24, x25, [sp, #S_X24]
	stp	x26, x27, [sp, #S_X26]
	stp	x28, x29, [sp, #S_X28]

	add	x10, sp, #FRAME_SIZE		// sp as at the call
	stp	x9, x10, [sp, #S_LR]		// lr and sp
	READ_PSTATE to=x10, scratch=x11
	stp	x30, x10, [sp, #S_PC]		// pc and pstate

	// frame records, so that walks from the handler find the caller and the function
	stp	x29, x9, [sp, #CALLER_RECORD]
	add	x29, sp, #CALLER_RECORD
	stp	x29, x30, [sp, #FUNCTION_RECORD]
	add	x29, sp, #FUNCTION_RECORD

	sub	x0, x30, #AARCH64_INSN_SIZE	// address of the bl
	mov	x1, x9				// return address into the caller
	mov	x2, sp				// the set
	bl	hook_entry_handler

	// the set decides what the function gets, and where it goes on; callee-saved registers and
	// x18 were left alone
	ldp	x0, x1, [sp, #S_X0]
	ldp	x2, x3, [sp, #S_X2]
	ldp	x4, x5, [sp, #S_X4]
	ldp	x6, x7, [sp, #S_X6]
	ldr	x8, [sp, #S_X8]
	ldp	x29, x30, [sp, #S_FP]
	ldr	x9, [sp, #S_PC]
	add	sp, sp, #FRAME_SIZE
	ret	x9				// ret, not br: there is no landing pad after the site
END hook_entry
