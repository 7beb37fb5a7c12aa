package probity.judge;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One kind of thing that is compared. A scenario asserts the checks of its clause; a property
 * asserts all of them. {@link ClauseChecks} says which checks decide which clause.
 */
public enum Check {
    /** Every field of a program's context that the policy does not deny can be read. */
    CONTEXT_READABLE(
            "Is the context as large as struct pt_regs, and does it live as long as the program?"),
    /** The mode in pstate is not EL0t. */
    KERNEL_MODE("Is pstate filled in before the program runs? 0 is user mode."),
    /** A perf sample is written. */
    SAMPLE_TAKEN("What does the perf output path ask of the context, and does it get it?"),
    /** The sample is a kernel sample. */
    SAMPLE_MODE("user_mode(regs) looks at pstate; is it filled in?"),
    /** The sample's ip is the context's pc. */
    SAMPLE_IP("Is pc the resume address at entry and the true return address at exit?"),
    /** Registers in a sample follow the context. */
    SAMPLE_REGISTERS("Samples read the context itself: what stands in a field that nobody saved?"),
    /** A walk from the context shows the real activations in order. */
    WALK_FROM_CONTEXT(
            "Are pc and x29 in the context those of the point hooked, and are trampoline addresses"
                    + " translated?"),
    /** A walk from the context at entry has the direct caller. */
    WALK_DIRECT_CALLER("At entry the caller's address is in the link register only.", true),
    /** Each frame whose return is hooked is shown with its original return address. */
    WALK_HOOKED_FRAMES(
            "Does the walker look up the shadow stack for each trampoline address it meets?"),
    /** A walk from inside the handler misses no ancestor. */
    WALK_FROM_HERE(
            "Does the trampoline make frame records for the call site and the hooked function?",
            true),
    /** A walk of a blocked task resolves every hooked frame. */
    WALK_OF_TASK("Does the walker use the shadow stack of the task it walks?"),
    /** x0–x8, x29, x30, sp and pc at entry. */
    ENTRY_FIELDS("Compare the trampoline's stores with the offsets of the set."),
    /** x0–x7, x29, sp and pc at exit. */
    EXIT_FIELDS("Compare the return trampoline's stores with the offsets of the set."),
    /** All other fields that are declared populated. */
    POPULATED_FIELDS("Is the field saved before anything overwrites the register?"),
    /** Constant fields. */
    CONSTANT_FIELDS("Who fills in the constant?"),
    /** Fields that nobody saved follow the context policy. */
    UNPOPULATED_FIELDS(
            "Is the context cleared, or the access redirected, before a program can read it?"),
    /** Two runs over differently poisoned stacks read the same. */
    POISON_INDEPENDENT("What is shown is residue: which bytes of the context does nobody write?"),
    /** The stack helpers answer and show the walk. */
    HELPER_STACK("The stack helpers read pstate, pc and x29 of the context."),
    /** The function ip helper answers the symbol's address. */
    HELPER_FUNC_IP("Is the landing pad before the patch site taken off?"),
    /** The cookie helper answers the function's cookie. */
    HELPER_COOKIE("Are cookies looked up by function, not by position after sorting?"),
    /** Stack, stack id and call chain agree. */
    STACKS_AGREE("All stack views of one program start from the same context."),
    /** A context does not change while its program runs. */
    CONTEXT_STABLE("Is the context shared by CPUs, tasks or nesting levels?"),
    /** A write is refused or accepted as declared. */
    WRITE_ANSWER("Compare the declared writable fields."),
    /** A write has exactly the declared effect. */
    WRITE_EFFECT("Does the trampoline reload the field from the set, and only the declared ones?"),
    /** A set declared full has every field. */
    FULL_SET("Is every field stored, and is pstate the real one?"),
    /** Both handlers get the same five things. */
    FIVE_THINGS("Entry and exit handlers share one signature."),
    /** The register set is the same structure at both sides. */
    SAME_STRUCTURE("Entry and exit trampolines must build the same structure."),
    /** Entry ip is the address of the site's bl. */
    ENTRY_IP("It is the address of the site's bl, on both sides."),
    /** Return ip is the true return address. */
    RETURN_IP("Is it read after the link register was replaced by a trampoline's address?"),
    /** sp, fp and ip can be read at exit and are true. */
    EXIT_ACCESSORS("Are they stored by the return trampoline?"),
    /** Events come as the calls make them. */
    EVENT_ORDER("Which hook was not armed, not popped, or popped for another activation?"),
    /** A cancelled exit does not run; no other is cancelled by it. */
    CANCELLED_EXITS("Is the entry handler's result kept per probe and activation?"),
    /** Entry data arrives unchanged at the exit of its activation. */
    ENTRY_DATA("Is the data kept with the activation, and not with the probe or the task?"),
    /** Entry data has the asked size. */
    DATA_SIZE("None asked, none given."),
    /** Entry data starts zeroed. */
    DATA_ZEROED("Is the data cleared when reserved?", true),
    /** Exits run in the reverse order of entries. */
    EXIT_ORDER("Walk the list backwards at exit.", true),
    /** A probe runs no handler of a side that it has none for. */
    SIDES("Is the missing handler really missing?"),
    /** sp and x29 at exit equal those at entry. */
    FRAME_KEPT("Is sp the one at the call, on both sides?"),
    /** Hits while enabled = run + missed. */
    ENTRY_COUNTS("What is skipped must be counted."),
    /** Entries that ask for an exit = run + cancelled + missed + dropped + not returned. */
    EXIT_COUNTS("Every exit that does not run is counted under one heading."),
    /** Nothing counts as missed while no limit is passed. */
    MISSED_WITHIN_LIMITS("A cancelled exit is not a missed one."),
    /** Hits from inside handlers end, are counted, and run no exit without entry. */
    NESTED_HITS("Is the recursion guard left on every path?"),
    /** A kretprobe and an fprobe exit on one activation are told the same. */
    PARITY("Both must be given the true values."),
    /** A stage 2 implementation says once that kretprobe is going. */
    NOTICE("One notice per instance, at the first.", true),
    /** The declarations fit the declared stage. */
    STAGE("Compare the declared sets with the stage."),
    /** Without a kretprobe, the kretprobe trampoline does not run. */
    KRETPROBE_TRAMPOLINE("Which trampoline does fprobe arm?"),
    /** A release line never steps back. */
    RELEASE_LINE("Stages only grow; stage 3 has no users."),
    /** A release line shows stage 2 before 3. */
    RELEASE_NOTICE("Announce before removing.", true),
    /** kprobe and kretprobe handlers get the same kind of set. */
    SAME_KPROBE_SET("Both get a struct pt_regs."),
    /** At stage 3 no kretprobe trampoline is left. */
    SYMBOLS_GONE("Is the trampoline still linked in?"),
    /** A legal request is accepted. */
    ATTACH_ACCEPTED("What is declared must be served."),
    /** A request that must be refused is refused, as declared. */
    ATTACH_REFUSED("Refuse before anything is patched, with a reason that names the culprit."),
    /** Detach, enable, disable, move, end and the like do what they say. */
    STEP_ANSWER("What is declared must be served."),
    /** The body gets all that the function was called with. */
    BODY_REGISTERS("Which register does the entry trampoline not put back?"),
    /** The caller gets all that AAPCS64 promises. */
    CALLER_REGISTERS("Which register does the return trampoline not put back?"),
    /** Results are those of the unhooked call. */
    RESULTS("A register or a stack slot was changed on the way."),
    /** Results in memory are those of the unhooked call. */
    RESULT_MEMORY("Is x8 kept, and the stack of the caller?"),
    /** Trampolines write only below the sp that they were reached with. */
    STACK_WRITES("Reserve before storing."),
    /** sp is 16-byte aligned. */
    STACK_ALIGNMENT("Round the frame up to 16 bytes."),
    /** Calls end as the unhooked ones do. */
    ENDING(
            "What went wrong stands in brackets, and in the last instructions if a trace is attached."),
    /** No exit handler runs once detach has returned. */
    LATE_EXITS("Does the exit path look whether the probe lives?"),
    /** No handler runs while its probe is disabled. */
    DISABLED_EVENTS("The flag is checked at both sides."),
    /** After the last detach the bytes are those of before. */
    CODE_RESTORED("Are all words of the site put back?"),
    /** A handler that faults is ended there. */
    HANDLER_FAULTS("Who catches the fault, and does it go on?");

    private final String hint;
    private final boolean recommendation;

    Check(String hint) {
        this(hint, false);
    }

    Check(String hint, boolean recommendation) {
        this.hint = hint;
        this.recommendation = recommendation;
    }

    /** Where to look if it differs: one sentence. */
    public String hint() {
        return hint;
    }

    /** Whether only SHOULD clauses ask for it. */
    public boolean isRecommendation() {
        return recommendation;
    }

    /** All checks of which this holds, in the order of their declaration. */
    public static Set<Check> all(Predicate<Check> filter) {
        EnumSet<Check> found = EnumSet.noneOf(Check.class);
        Arrays.stream(values()).filter(filter).forEach(found::add);
        return found;
    }
}
