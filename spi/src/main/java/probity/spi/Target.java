package probity.spi;

import java.util.List;
import java.util.Optional;

/**
 * A function that can be hooked.
 *
 * @param name the symbol
 * @param role what it is for
 * @param address the symbol's address, where it is called; a kprobe's pc
 * @param size its size in bytes
 * @param patchSite address of the first instruction of the patch site
 * @param entryIp address of the site's {@code bl}; what entry handlers get as entry ip
 * @param resumeAddress address after the patch site, where the body starts; pc at entry
 * @param parameters its register arguments
 * @param results the registers it returns in
 * @param stackArguments how many 8-byte arguments it takes on the stack
 * @param resultMemory the size in bytes of what it writes at x8, or 0
 * @param calls the targets it calls or branches to, in order
 * @param callers the functions that are known to call it directly
 * @param fixedArguments where the judge cannot choose the arguments: what they are. May have x29,
 *     x30 and sp too, which then are those at a call by task 0
 * @param knownResults where no unhooked run can tell: what it returns for the fixed arguments, and
 *     perhaps x29 and sp at the return to task 0
 * @param knownRuns where no unhooked run can tell: by depth, from 0, all runs of targets that one
 *     call by task 0 makes, in the order of their start. Targets that do not call themselves have
 *     depth 0 alone; for those that do it is the candidate that arranges the depth which a {@link
 *     Plan.Call} asks for, and no parameter. Empty if nobody knows
 */
public record Target(
        String name,
        Role role,
        long address,
        long size,
        long patchSite,
        long entryIp,
        long resumeAddress,
        List<Parameter> parameters,
        List<Result> results,
        int stackArguments,
        int resultMemory,
        List<String> calls,
        List<String> callers,
        Optional<RegisterFile> fixedArguments,
        Optional<RegisterFile> knownResults,
        List<List<KnownRun>> knownRuns) {
    public Target {
        Given.value(name, "Target.name");
        Given.value(role, "Target.role");
        parameters = Given.list(parameters, "Target.parameters");
        results = Given.list(results, "Target.results");
        calls = Given.list(calls, "Target.calls");
        callers = Given.list(callers, "Target.callers");
        Given.value(fixedArguments, "Target.fixedArguments");
        Given.value(knownResults, "Target.knownResults");
        knownRuns =
                Given.list(knownRuns, "Target.knownRuns").stream()
                        .map(runs -> Given.list(runs, "runs of Target.knownRuns"))
                        .toList();
    }

    /** A target whose runs show when it is called unhooked, or not at all. */
    public Target(
            String name,
            Role role,
            long address,
            long size,
            long patchSite,
            long entryIp,
            long resumeAddress,
            List<Parameter> parameters,
            List<Result> results,
            int stackArguments,
            int resultMemory,
            List<String> calls,
            List<String> callers,
            Optional<RegisterFile> fixedArguments,
            Optional<RegisterFile> knownResults) {
        this(
                name,
                role,
                address,
                size,
                patchSite,
                entryIp,
                resumeAddress,
                parameters,
                results,
                stackArguments,
                resultMemory,
                calls,
                callers,
                fixedArguments,
                knownResults,
                List.of());
    }

    /** Whether an address lies in this function; the end counts as inside for a return address. */
    public boolean contains(long pc) {
        return Long.compareUnsigned(pc, address) >= 0
                && Long.compareUnsigned(pc, address + size) <= 0;
    }
}
