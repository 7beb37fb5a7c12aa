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

need() {
	command -v "$1" >/dev/null 2>&1 && return
	echo "build-agent.sh: $1 is not installed (Debian: apt-get install $2)" >&2
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
			echo "// Made from $source by 'build-agent.sh --compile'; do not edit."
			echo "// $(aarch64-linux-gnu-gcc --version | sed -n 1p)"
			# shellcheck disable=SC2086 # a list of words
			aarch64-linux-gnu-gcc $flags -S -o - "$source"
		} >"compiled/${source%.c}.s"
	done
}

# link <elf>
link() {
	need aarch64-linux-gnu-as binutils-aarch64-linux-gnu
	need aarch64-linux-gnu-ld binutils-aarch64-linux-gnu
	objects=
	for source in *.S compiled/*.s; do
		object="$scratch/$(basename "${source%.*}").o"
		aarch64-linux-gnu-as -o "$object" "$source"
		objects="$objects $object"
	done
	# shellcheck disable=SC2086 # a list of words
	aarch64-linux-gnu-ld -static --build-id=none -z max-page-size=65536 --strip-all \
		-T agent.ld -o "$1" $objects
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
	link "$scratch/init"
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
committed=../resources/probity/linux/guest/initramfs.cpio
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C # the order of the sources is the order of the text

case "${1-}" in
--compile)
	compile
	pack "$committed"
	;;
--check)
	pack "$scratch/initramfs.cpio"
	if ! cmp "$scratch/initramfs.cpio" "$committed"; then
		echo "build-agent.sh: initramfs.cpio is not what its sources make: run build-agent.sh and commit it" >&2
		exit 1
	fi
	echo "build-agent.sh: initramfs.cpio is what its sources make"
	;;
"") pack "$committed" ;;
*) usage ;;
esac
