// kretprobe's trampoline as a breakpoint: the exception saves and restores the pt_regs.
	.include "frame.inc"

	.equ	KRETPROBES_BRK_IMM, 7

	.text

// Reached by the ret of the hooked function; the handler sets pc to the continuation.
	.balignl 64, 0
	.global	kretprobe_trampoline
	.type	kretprobe_trampoline, %function
kretprobe_trampoline:
	brk	#KRETPROBES_BRK_IMM		// a landing pad in itself
END kretprobe_trampoline
