#!/bin/sh
# Assembles and links the agent and packs it as initramfs. Only binutils decides about the bytes:
# what is written in C is committed as assembly too, which --compile makes anew.
set -eu

usage() {
	cat >&2 <<-TEXT
	usage: build-agent.sh             assemble and link the agent, pack initramfs.cpio
	       build-agent.sh --check     the same in a temporary directory, compared with what is committed
	       build-agent.sh --compile   make compiled/*.s first, as this compiler does
	TEXT
	exit 2
}

compile() {
	need aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
	# No library, no SIMD registers, and none of the helpers that a library would bring.
	flags="-O2 -Wall -Wextra -Werror -std=c11 -march=armv8-a+crc -ffreestanding -mgeneral-regs-only \
-mno-outline-atomics -mbranch-protection=none -fno-strict-aliasing \
-fno-tree-loop-distribute-patterns -fno-pic -fno-stack-protector \
-fno-asynchronous-unwind-tables -fno-unwind-tables -fno-ident"
	for source in *.c; do
		{
			origin "$source"
			# shellcheck disable=SC2086 # a list of words
			aarch64-linux-gnu-gcc $flags -S -o - "$source"
		} >"compiled/${source%.c}.s"
	done
}

# entry <name> <mode> [<file>]: one member of a cpio archive in the format newc. It is written here,
# and not by cpio, so that owner, time and inode are the same on every machine.
inode=0
entry() {
	inode=$((inode + 1))
	size=0
	[ $# -lt 3 ] || size=$(wc -c <"$3")
	printf '070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%s\0' \
		"$inode" "$2" 0 0 1 0 "$size" 0 0 0 0 $((${#1} + 1)) 0 "$1"
	pad $((110 + ${#1} + 1))
	[ $# -lt 3 ] || cat "$3"
	pad "$size"
}

# pad <length>: zeros up to the next multiple of four
pad() {
	head -c $(((4 - $1 % 4) % 4)) /dev/zero
}

# pack <initramfs>
pack() {
	link_all "$scratch/init" -z max-page-size=65536 --strip-all -T agent.ld
	{
		entry dev 040755
		entry proc 040755
		entry sys 040755
		entry tmp 041777
		entry init 0100755 "$scratch/init"
		inode=-1
		entry TRAILER!!! 0
	} >"$1"
}

cd "$(dirname "$0")/src/main/agent"
. ../../../../../fixtures/cross-tools.sh
committed=../resources/probity/linux/guest/initramfs.cpio

case "${1-}" in
--compile)
	compile
	pack "$committed"
	;;
--check)
	pack "$scratch/initramfs.cpio"
	compare "$scratch/initramfs.cpio" "$committed"
	;;
"") pack "$committed" ;;
*) usage ;;
esac
