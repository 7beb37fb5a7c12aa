#!/bin/sh
# Assembles and links the trampolines: one ELF for each combination that a design needs.
set -eu

usage() {
	cat >&2 <<-TEXT
	usage: build-trampolines.sh           assemble and link all trampolines
	       build-trampolines.sh --check   the same in a temporary directory, compared with what is committed
	TEXT
	exit 2
}

need() {
	command -v "$1" >/dev/null 2>&1 && return
	echo "build-trampolines.sh: $1 is not installed (Debian: apt-get install binutils-aarch64-linux-gnu)" >&2
	exit 2
}

# link <elf> <object>...
link() {
	name=$1
	shift
	aarch64-linux-gnu-ld -static --build-id=none --nmagic --discard-all \
		-T trampolines.ld -o "$out/$name.elf" "$@"
	chmod 644 "$out/$name.elf" # data: nothing here can run it
}

build() {
	need aarch64-linux-gnu-as
	need aarch64-linux-gnu-ld
	for source in *.S; do
		aarch64-linux-gnu-as -o "$scratch/${source%.S}.o" "$source"
	done
	for set in light full; do
		entry=$scratch/entry_$set.o
		return=$scratch/return_$set.o
		for how in brk hand; do
			kretprobe=$scratch/kretprobe_$how.o
			link "$set-legacy-$how" "$entry" "$kretprobe"                # stage 0
			link "$set-coexisting-$how" "$entry" "$return" "$kretprobe"  # stages 1 and 2
		done
		link "$set-removed" "$entry" "$return"                           # stage 3
	done
}

cd "$(dirname "$0")/src/main/asm"
committed=../resources/probity/reference
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C

case "${1-}" in
--check)
	out=$scratch
	build
	for elf in "$scratch"/*.elf "$committed"/*.elf; do
		name=$(basename "$elf")
		if ! cmp "$scratch/$name" "$committed/$name"; then
			echo "build-trampolines.sh: $name is not what its sources make: run build-trampolines.sh and commit it" >&2
			exit 1
		fi
	done
	echo "build-trampolines.sh: the trampolines are what their sources make"
	;;
"")
	out=$committed
	mkdir -p "$out"
	build
	;;
*) usage ;;
esac
