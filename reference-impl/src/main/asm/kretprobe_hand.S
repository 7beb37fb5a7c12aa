// kretprobe's trampoline, its pt_regs built by hand: how arm64 did it until 6.8, but complete.
	.include "frame.inc"
	.include "full_return.inc"

	.text

FULL_RETURN kretprobe_trampoline, kretprobe_handler
