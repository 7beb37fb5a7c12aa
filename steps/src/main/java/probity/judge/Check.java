package probity.judge;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One kind of thing that is compared. A scenario asserts the checks of its clause; a property
 * asserts all of them.
 *
 * <table>
 * <caption>Which checks decide a clause from executions</caption>
 * <tr><th>clause</th><th>checks</th></tr>
 * <tr><td>PTR-01</td><td>CONTEXT_READABLE</td></tr>
 * <tr><td>PTR-02</td><td>KERNEL_MODE</td></tr>
 * <tr><td>PTR-03</td><td>SAMPLE_TAKEN, SAMPLE_MODE, SAMPLE_IP</td></tr>
 * <tr><td>PTR-04</td><td>SAMPLE_TAKEN, SAMPLE_MODE, SAMPLE_IP</td></tr>
 * <tr><td>PTR-05</td><td>WALK_FROM_CONTEXT</td></tr>
 * <tr><td>PTR-06</td><td>WALK_DIRECT_CALLER (should)</td></tr>
 * <tr><td>PTR-07</td><td>WALK_FROM_CONTEXT</td></tr>
 * <tr><td>PTR-08</td><td>WALK_HOOKED_FRAMES</td></tr>
 * <tr><td>PTR-09</td><td>ENTRY_FIELDS</td></tr>
 * <tr><td>PTR-10</td><td>EXIT_FIELDS</td></tr>
 * <tr><td>PTR-11</td><td>SAMPLE_REGISTERS, POPULATED_FIELDS, CONSTANT_FIELDS</td></tr>
 * <tr><td>PTR-12</td><td>SAMPLE_REGISTERS, UNPOPULATED_FIELDS, POISON_INDEPENDENT,
 * ATTACH_REFUSED</td></tr>
 * <tr><td>PTR-13</td><td>SAMPLE_TAKEN, HELPER_STACK, HELPER_FUNC_IP, HELPER_COOKIE,
 * STACKS_AGREE</td></tr>
 * <tr><td>PTR-14</td><td>CONTEXT_STABLE</td></tr>
 * <tr><td>PTR-15</td><td>WRITE_ANSWER, WRITE_EFFECT</td></tr>
 * <tr><td>PTR-16</td><td>ENTRY_FIELDS, EXIT_FIELDS, POPULATED_FIELDS, CONSTANT_FIELDS,
 * FULL_SET</td></tr>
 * <tr><td>PTR-17</td><td>WALK_FROM_HERE (should)</td></tr>
 * <tr><td>PTR-18</td><td>WALK_OF_TASK</td></tr>
 * <tr><td>SYM-01</td><td>FIVE_THINGS, SAME_STRUCTURE</td></tr>
 * <tr><td>SYM-02</td><td>ENTRY_IP</td></tr>
 * <tr><td>SYM-03</td><td>RETURN_IP</td></tr>
 * <tr><td>SYM-04</td><td>EXIT_ACCESSORS</td></tr>
 * <tr><td>SYM-05</td><td>EVENT_ORDER</td></tr>
 * <tr><td>SYM-06</td><td>EVENT_ORDER, CANCELLED_EXITS, MISSED_WITHIN_LIMITS</td></tr>
 * <tr><td>SYM-07</td><td>ENTRY_DATA, DATA_SIZE, DATA_ZEROED (should), ATTACH_REFUSED</td></tr>
 * <tr><td>SYM-08</td><td>EVENT_ORDER, EXIT_ORDER (should)</td></tr>
 * <tr><td>SYM-09</td><td>SIDES</td></tr>
 * <tr><td>SYM-10</td><td>FRAME_KEPT</td></tr>
 * <tr><td>SYM-11</td><td>WRITE_ANSWER, WRITE_EFFECT, BODY_REGISTERS, CALLER_REGISTERS</td></tr>
 * <tr><td>SYM-12</td><td>ENTRY_COUNTS, EXIT_COUNTS, MISSED_WITHIN_LIMITS</td></tr>
 * <tr><td>SYM-13</td><td>ENTRY_COUNTS, NESTED_HITS, ENDING</td></tr>
 * <tr><td>RET-01</td><td>STAGE, ATTACH_ACCEPTED, ATTACH_REFUSED</td></tr>
 * <tr><td>RET-02</td><td>EXIT_FIELDS, POPULATED_FIELDS, FULL_SET, RETURN_IP, RESULTS</td></tr>
 * <tr><td>RET-03</td><td>EXIT_FIELDS, EVENT_ORDER, KRETPROBE_TRAMPOLINE</td></tr>
 * <tr><td>RET-04</td><td>WALK_FROM_CONTEXT, WALK_HOOKED_FRAMES, RETURN_IP, EVENT_ORDER</td></tr>
 * <tr><td>RET-05</td><td>FIVE_THINGS, ENTRY_DATA, MISSED_WITHIN_LIMITS, PARITY</td></tr>
 * <tr><td>RET-06</td><td>NOTICE (should)</td></tr>
 * <tr><td>RET-07</td><td>SYMBOLS_GONE, ATTACH_ACCEPTED, ATTACH_REFUSED, CODE_RESTORED</td></tr>
 * <tr><td>RET-08</td><td>RELEASE_LINE, RELEASE_NOTICE (should)</td></tr>
 * <tr><td>RET-09</td><td>FULL_SET, SAME_KPROBE_SET</td></tr>
 * <tr><td>RET-10</td><td>ATTACH_REFUSED</td></tr>
 * <tr><td>TRN-01</td><td>BODY_REGISTERS, RESULTS</td></tr>
 * <tr><td>TRN-02</td><td>CALLER_REGISTERS, RESULTS, RESULT_MEMORY</td></tr>
 * <tr><td>TRN-03</td><td>STACK_WRITES</td></tr>
 * <tr><td>TRN-04</td><td>STACK_ALIGNMENT</td></tr>
 * <tr><td>TRN-05</td><td>EVENT_ORDER, RESULTS, RESULT_MEMORY, ENDING</td></tr>
 * <tr><td>TRN-06</td><td>EXIT_COUNTS, RESULTS, ENDING</td></tr>
 * <tr><td>TRN-07</td><td>STEP_ANSWER, RESULTS, ENDING, LATE_EXITS</td></tr>
 * <tr><td>TRN-08</td><td>CODE_RESTORED</td></tr>
 * <tr><td>TRN-09</td><td>EXIT_COUNTS, STEP_ANSWER, DISABLED_EVENTS</td></tr>
 * <tr><td>TRN-10</td><td>EVENT_ORDER, RESULTS, ENDING, HANDLER_FAULTS</td></tr>
 * <tr><td>TRN-11</td><td>EVENT_ORDER, EXIT_COUNTS, RESULTS, ENDING</td></tr>
 * </table>
 */
public enum Check {
    /** Every field of a program's context that the policy does not deny can be read. */
    CONTEXT_READABLE(
            "the context's fields can be read",
            "Is the context as large as struct pt_regs, and does it live as long as the program?",
            "PTR-01"),
    /** The mode in pstate is not EL0t. */
    KERNEL_MODE(
            "the context says kernel mode",
            "Is pstate filled in before the program runs? 0 is user mode.",
            "PTR-02"),
    /** A perf sample is written. */
    SAMPLE_TAKEN(
            "perf_event_output succeeds",
            "What does the perf output path ask of the context, and does it get it?",
            "PTR-03",
            "PTR-04",
            "PTR-13"),
    /** The sample is a kernel sample. */
    SAMPLE_MODE(
            "the sample is a kernel sample",
            "user_mode(regs) looks at pstate; is it filled in?",
            "PTR-03",
            "PTR-04"),
    /** The sample's ip is the context's pc. */
    SAMPLE_IP(
            "the sample's ip",
            "Is pc the resume address at entry and the true return address at exit?",
            "PTR-03",
            "PTR-04"),
    /** Registers in a sample follow the context. */
    SAMPLE_REGISTERS(
            "registers in the sample",
            "Samples read the context itself: what stands in a field that nobody saved?",
            "PTR-11",
            "PTR-12"),
    /** A walk from the context shows the real activations in order. */
    WALK_FROM_CONTEXT(
            "the walk from the context",
            "Are pc and x29 in the context those of the point hooked, and are trampoline addresses"
                    + " translated?",
            "PTR-05",
            "PTR-07",
            "RET-04"),
    /** A walk from the context at entry has the direct caller. */
    WALK_DIRECT_CALLER(
            "the direct caller in the walk at entry",
            "At entry the caller's address is in the link register only.",
            true,
            "PTR-06"),
    /** Each frame whose return is hooked is shown with its original return address. */
    WALK_HOOKED_FRAMES(
            "hooked frames in walks",
            "Does the walker look up the shadow stack for each trampoline address it meets?",
            "PTR-08",
            "RET-04"),
    /** A walk from inside the handler misses no ancestor. */
    WALK_FROM_HERE(
            "the walk from inside the handler",
            "Does the trampoline make frame records for the call site and the hooked function?",
            true,
            "PTR-17"),
    /** A walk of a blocked task resolves every hooked frame. */
    WALK_OF_TASK(
            "the walk of a blocked task",
            "Does the walker use the shadow stack of the task it walks?",
            "PTR-18"),
    /** x0–x8, x29, x30, sp and pc at entry. */
    ENTRY_FIELDS(
            "the fields at entry",
            "Compare the trampoline's stores with the offsets of the set.",
            "PTR-09",
            "PTR-16"),
    /** x0–x7, x29, sp and pc at exit. */
    EXIT_FIELDS(
            "the fields at exit",
            "Compare the return trampoline's stores with the offsets of the set.",
            "PTR-10",
            "RET-02",
            "RET-03",
            "PTR-16"),
    /** All other fields that are declared populated. */
    POPULATED_FIELDS(
            "fields declared populated",
            "Is the field saved before anything overwrites the register?",
            "PTR-11",
            "PTR-16",
            "RET-02"),
    /** Constant fields. */
    CONSTANT_FIELDS("fields declared constant", "Who fills in the constant?", "PTR-11", "PTR-16"),
    /** Fields that nobody saved follow the context policy. */
    UNPOPULATED_FIELDS(
            "unpopulated fields",
            "Is the context cleared, or the access redirected, before a program can read it?",
            "PTR-12"),
    /** Two runs over differently poisoned stacks read the same. */
    POISON_INDEPENDENT(
            "two runs over differently poisoned memory",
            "What is shown is residue: which bytes of the context does nobody write?",
            "PTR-12"),
    /** The stack helpers answer and show the walk. */
    HELPER_STACK(
            "the stack helpers",
            "The stack helpers read pstate, pc and x29 of the context.",
            "PTR-13"),
    /** The function ip helper answers the symbol's address. */
    HELPER_FUNC_IP(
            "the function ip helper",
            "Is the landing pad before the patch site taken off?",
            "PTR-13"),
    /** The cookie helper answers the function's cookie. */
    HELPER_COOKIE(
            "the attach cookie helper",
            "Are cookies looked up by function, not by position after sorting?",
            "PTR-13"),
    /** Stack, stack id and call chain agree. */
    STACKS_AGREE(
            "the stacks seen by one program",
            "All stack views of one program start from the same context.",
            "PTR-13"),
    /** A context does not change while its program runs. */
    CONTEXT_STABLE(
            "the context while its program runs",
            "Is the context shared by CPUs, tasks or nesting levels?",
            "PTR-14"),
    /** A write is refused or accepted as declared. */
    WRITE_ANSWER(
            "the answer to a write", "Compare the declared writable fields.", "PTR-15", "SYM-11"),
    /** A write has exactly the declared effect. */
    WRITE_EFFECT(
            "the effect of a write",
            "Does the trampoline reload the field from the set, and only the declared ones?",
            "PTR-15",
            "SYM-11"),
    /** A set declared full has every field. */
    FULL_SET(
            "the full set",
            "Is every field stored, and is pstate the real one?",
            "PTR-16",
            "RET-02",
            "RET-09"),
    /** Both handlers get the same five things. */
    FIVE_THINGS(
            "what handlers are given",
            "Entry and exit handlers share one signature.",
            "SYM-01",
            "RET-05"),
    /** The register set is the same structure at both sides. */
    SAME_STRUCTURE(
            "the structure of the register set",
            "Entry and exit trampolines must build the same structure.",
            "SYM-01"),
    /** Entry ip is the address of the site's bl. */
    ENTRY_IP("the entry ip", "It is the address of the site's bl, on both sides.", "SYM-02"),
    /** Return ip is the true return address. */
    RETURN_IP(
            "the return ip",
            "Is it read after the link register was replaced by a trampoline's address?",
            "SYM-03",
            "RET-02",
            "RET-04"),
    /** sp, fp and ip can be read at exit and are true. */
    EXIT_ACCESSORS("sp, fp and ip at exit", "Are they stored by the return trampoline?", "SYM-04"),
    /** Events come as the calls make them. */
    EVENT_ORDER(
            "the order of events",
            "Which hook was not armed, not popped, or popped for another activation?",
            "SYM-05",
            "SYM-06",
            "SYM-08",
            "TRN-05",
            "TRN-11",
            "RET-03",
            "RET-04",
            "TRN-10"),
    /** A cancelled exit does not run; no other is cancelled by it. */
    CANCELLED_EXITS(
            "cancelled exits",
            "Is the entry handler's result kept per probe and activation?",
            "SYM-06"),
    /** Entry data arrives unchanged at the exit of its activation. */
    ENTRY_DATA(
            "the entry data",
            "Is the data kept with the activation, and not with the probe or the task?",
            "SYM-07",
            "RET-05"),
    /** Entry data has the asked size. */
    DATA_SIZE("the size of the entry data", "None asked, none given.", "SYM-07"),
    /** Entry data starts zeroed. */
    DATA_ZEROED(
            "entry data before it is written",
            "Is the data cleared when reserved?",
            true,
            "SYM-07"),
    /** Exits run in the reverse order of entries. */
    EXIT_ORDER(
            "the order of exits of several probes",
            "Walk the list backwards at exit.",
            true,
            "SYM-08"),
    /** A probe runs no handler of a side that it has none for. */
    SIDES("handlers of one side only", "Is the missing handler really missing?", "SYM-09"),
    /** sp and x29 at exit equal those at entry. */
    FRAME_KEPT("sp and x29 at both sides", "Is sp the one at the call, on both sides?", "SYM-10"),
    /** Hits while enabled = run + missed. */
    ENTRY_COUNTS("hits, run and missed", "What is skipped must be counted.", "SYM-12", "SYM-13"),
    /** Entries that ask for an exit = run + cancelled + missed + dropped + not returned. */
    EXIT_COUNTS(
            "the balance of exits",
            "Every exit that does not run is counted under one heading.",
            "SYM-12",
            "TRN-06",
            "TRN-09",
            "TRN-11"),
    /** Nothing counts as missed while no limit is passed. */
    MISSED_WITHIN_LIMITS(
            "missed counts within the limits",
            "A cancelled exit is not a missed one.",
            "SYM-06",
            "SYM-12",
            "RET-05"),
    /** Hits from inside handlers end, are counted, and run no exit without entry. */
    NESTED_HITS(
            "hits from inside handlers", "Is the recursion guard left on every path?", "SYM-13"),
    /** A kretprobe and an fprobe exit on one activation are told the same. */
    PARITY("kretprobe and fprobe exit", "Both must be given the true values.", "RET-05"),
    /** A stage 2 implementation says once that kretprobe is going. */
    NOTICE("the notice on kretprobe", "One notice per instance, at the first.", true, "RET-06"),
    /** The declarations fit the declared stage. */
    STAGE("the declared stage", "Compare the declared sets with the stage.", "RET-01"),
    /** Without a kretprobe, the kretprobe trampoline does not run. */
    KRETPROBE_TRAMPOLINE("the kretprobe trampoline", "Which trampoline does fprobe arm?", "RET-03"),
    /** A release line never steps back. */
    RELEASE_LINE("the release line", "Stages only grow; stage 3 has no users.", "RET-08"),
    /** A release line shows stage 2 before 3. */
    RELEASE_NOTICE("stage 2 in the release line", "Announce before removing.", true, "RET-08"),
    /** kprobe and kretprobe handlers get the same kind of set. */
    SAME_KPROBE_SET("the sets of kprobe and kretprobe", "Both get a struct pt_regs.", "RET-09"),
    /** At stage 3 no kretprobe trampoline is left. */
    SYMBOLS_GONE("symbols of kretprobe", "Is the trampoline still linked in?", "RET-07"),
    /** A legal request is accepted. */
    ATTACH_ACCEPTED(
            "the answer to a legal request",
            "What is declared must be served.",
            "RET-01",
            "RET-07"),
    /** A request that must be refused is refused, as declared. */
    ATTACH_REFUSED(
            "the refusal of a request",
            "Refuse before anything is patched, with a reason that names the culprit.",
            "PTR-12",
            "SYM-07",
            "RET-01",
            "RET-07",
            "RET-10"),
    /** Detach, enable, disable, move, end and the like do what they say. */
    STEP_ANSWER("the answer to a step", "What is declared must be served.", "TRN-07", "TRN-09"),
    /** The body gets all that the function was called with. */
    BODY_REGISTERS(
            "the registers where the body starts",
            "Which register does the entry trampoline not put back?",
            "TRN-01",
            "SYM-11"),
    /** The caller gets all that AAPCS64 promises. */
    CALLER_REGISTERS(
            "the registers after the return",
            "Which register does the return trampoline not put back?",
            "TRN-02",
            "SYM-11"),
    /** Results are those of the unhooked call. */
    RESULTS(
            "the results of the call",
            "A register or a stack slot was changed on the way.",
            "TRN-01",
            "TRN-02",
            "TRN-05",
            "TRN-06",
            "RET-02",
            "TRN-07",
            "TRN-10",
            "TRN-11"),
    /** Results in memory are those of the unhooked call. */
    RESULT_MEMORY(
            "the result in memory", "Is x8 kept, and the stack of the caller?", "TRN-02", "TRN-05"),
    /** Trampolines write only below the sp that they were reached with. */
    STACK_WRITES("writes to stacks", "Reserve before storing.", "TRN-03"),
    /** sp is 16-byte aligned. */
    STACK_ALIGNMENT("the alignment of sp", "Round the frame up to 16 bytes.", "TRN-04"),
    /** Calls end as the unhooked ones do. */
    ENDING(
            "how the call ends",
            "The last instructions of the trace show where it went.",
            "TRN-05",
            "TRN-06",
            "TRN-07",
            "TRN-10",
            "TRN-11",
            "SYM-13"),
    /** No exit handler runs once detach has returned. */
    LATE_EXITS("exits after detach", "Does the exit path look whether the probe lives?", "TRN-07"),
    /** No handler runs while its probe is disabled. */
    DISABLED_EVENTS("events while disabled", "The flag is checked at both sides.", "TRN-09"),
    /** After the last detach the bytes are those of before. */
    CODE_RESTORED(
            "the function's bytes", "Are all words of the site put back?", "TRN-08", "RET-07"),
    /** A handler that faults is ended there. */
    HANDLER_FAULTS(
            "a fault inside a handler", "Who catches the fault, and does it go on?", "TRN-10");

    private final String subject;
    private final String hint;
    private final boolean recommendation;
    private final List<String> clauses;

    Check(String subject, String hint, String... clauses) {
        this(subject, hint, false, clauses);
    }

    Check(String subject, String hint, boolean recommendation, String... clauses) {
        this.subject = subject;
        this.hint = hint;
        this.recommendation = recommendation;
        this.clauses = List.of(clauses);
    }

    /** What is compared, as a noun phrase for tables. */
    public String subject() {
        return subject;
    }

    /** Where to look if it differs: one sentence. */
    public String hint() {
        return hint;
    }

    /** Whether only SHOULD clauses ask for it. */
    public boolean isRecommendation() {
        return recommendation;
    }

    /** The ids of the clauses that it helps to decide. */
    public List<String> clauses() {
        return clauses;
    }

    /** All checks of which this holds, in the order of their declaration. */
    public static Set<Check> all(Predicate<Check> filter) {
        EnumSet<Check> found = EnumSet.noneOf(Check.class);
        Arrays.stream(values()).filter(filter).forEach(found::add);
        return found;
    }

    /** All checks that help to decide a clause. */
    public static Set<Check> of(String clause) {
        return all(check -> check.clauses.contains(clause));
    }
}
