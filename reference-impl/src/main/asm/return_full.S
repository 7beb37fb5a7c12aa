// hook_return with the full set.
	.include "frame.inc"
	.include "full_return.inc"

	.text

FULL_RETURN hook_return, hook_return_handler
