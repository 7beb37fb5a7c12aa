#!/bin/sh
# bisect.sh [-b BUILD] CLAUSE CANDIDATE [-Dprobity.OPTION=VALUE...]
#
# For git bisect run in a kernel tree: judges one clause on what is checked out there.
#
#   git bisect run .../adapters/linux/bisect.sh -b 'make -j8 Image' PTR-10 arch/arm64/boot/Image
#
# CANDIDATE is the path of an Image, or any address that Probity knows. BUILD is a command that is
# run before, by sh. Ends with
#
#   0    the clause holds
#   1    it is violated
#   125  there is no verdict, so git bisect skips the commit: UNSUPPORTED, UNTESTED, UNRESOLVED, a
#        failed build, a candidate that cannot be had
#   128  and above: wrong usage, a clause that there is not, Ctrl-C; git bisect stops
#
# What Maven says is in target/bisect.log of Probity's tree.
set -u

holds=0
violated=1
no_verdict=125
usage=129

# stop STATUS SENTENCE...
stop() {
	status=$1
	shift
	printf 'bisect: %s\n' "$*" >&2
	exit "$status"
}

wrong() {
	stop "$usage" "$* Usage: bisect.sh [-b BUILD] CLAUSE CANDIDATE [-Dprobity.OPTION=VALUE...]"
}

trap 'stop 130 "interrupted"' INT
trap 'stop 143 "terminated"' TERM

# stop_if_killed STATUS WHAT: a signal is nothing to judge a commit by.
stop_if_killed() {
	[ "$1" -lt 128 ] || stop "$1" "$2 was ended by a signal."
}

build=
while getopts b: option; do
	case $option in
	b) build=$OPTARG ;;
	*) wrong "There is no such option, or its value is missing." ;;
	esac
done
shift $((OPTIND - 1))
[ $# -ge 2 ] || wrong "A clause and a candidate are needed."
clause=$1
candidate=$2
shift 2
for option; do
	case $option in
	-Dprobity.candidate=* | -Dprobity.clauses=*) wrong "'$option' is what the arguments say." ;;
	-Dprobity.*=*) ;;
	*) wrong "'$option' is no option of Probity." ;;
	esac
done
case $clause in
[A-Z][A-Z][A-Z]-[0-9][0-9]) ;;
*) wrong "'$clause' is no clause; one looks like PTR-10." ;;
esac

root=$(cd "$(dirname "$0")/../.." && pwd) || stop "$usage" "Probity's tree is not there."
verdicts=$root/allure-results/probity-verdicts.tsv
log=$root/target/bisect.log
command -v "${MVN:-mvn}" >/dev/null || stop "$usage" "There is no mvn; MVN may name it."

if [ -n "$build" ]; then
	sh -c "$build"
	status=$?
	stop_if_killed "$status" "The build"
	[ "$status" -eq 0 ] || stop "$no_verdict" "no verdict, the build ended with status $status."
fi

# The address of a file: paths are the caller's, and Maven is started in Probity's tree.
case $candidate in
linux:*) file=${candidate#linux:} ;;
*) file=$candidate ;;
esac
if [ -f "$file" ]; then
	directory=$(cd "$(dirname "$file")" && pwd)
	candidate=linux:$directory/$(basename "$file")
fi
address=$(printf '%s' "$candidate" | sed 's/,/\\,/g')

mkdir -p "$root/target"
rm -f "$verdicts"
(cd "$root" && exec "${MVN:-mvn}" -B -ntp test "-Dprobity.candidate=$address" \
	"-Dprobity.clauses=$clause" "$@") >"$log" 2>&1
status=$?
stop_if_killed "$status" "Maven"
[ -f "$verdicts" ] || stop "$no_verdict" "no verdict, Probity did not run; see $log."

tab=$(printf '\t')
if grep -q "^set-up${tab}UNRESOLVED${tab}options" "$verdicts"; then
	sed -n '/^UNRESOLVED: set-up/,/^ *Hint:/p' "$log" >&2
	stop "$usage" "Probity refuses what it is asked for; see $log."
fi
verdict=$(sed -n "s/^$clause$tab\([A-Z_]*\)$tab.*/\1/p" "$verdicts")
case $verdict in
PASS) stop "$holds" "$clause holds on $candidate." ;;
FAIL | NOT_MET) stop "$violated" "$clause is violated on $candidate: $verdict; see $log." ;;
'') stop "$no_verdict" "no verdict, $candidate cannot be judged; see $log." ;;
*) stop "$no_verdict" "no verdict on $candidate: $clause is $verdict; see $log." ;;
esac
