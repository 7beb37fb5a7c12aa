package probity.judge;

import static probity.judge.Check.ATTACH_ACCEPTED;
import static probity.judge.Check.ATTACH_REFUSED;
import static probity.judge.Check.BODY_REGISTERS;
import static probity.judge.Check.CALLER_REGISTERS;
import static probity.judge.Check.CANCELLED_EXITS;
import static probity.judge.Check.CODE_RESTORED;
import static probity.judge.Check.CONSTANT_FIELDS;
import static probity.judge.Check.CONTEXT_READABLE;
import static probity.judge.Check.CONTEXT_STABLE;
import static probity.judge.Check.DATA_SIZE;
import static probity.judge.Check.DATA_ZEROED;
import static probity.judge.Check.DISABLED_EVENTS;
import static probity.judge.Check.ENDING;
import static probity.judge.Check.ENTRY_COUNTS;
import static probity.judge.Check.ENTRY_DATA;
import static probity.judge.Check.ENTRY_FIELDS;
import static probity.judge.Check.ENTRY_IP;
import static probity.judge.Check.EVENT_ORDER;
import static probity.judge.Check.EXIT_ACCESSORS;
import static probity.judge.Check.EXIT_COUNTS;
import static probity.judge.Check.EXIT_FIELDS;
import static probity.judge.Check.EXIT_ORDER;
import static probity.judge.Check.FIVE_THINGS;
import static probity.judge.Check.FRAME_KEPT;
import static probity.judge.Check.FULL_SET;
import static probity.judge.Check.HANDLER_FAULTS;
import static probity.judge.Check.HELPER_COOKIE;
import static probity.judge.Check.HELPER_FUNC_IP;
import static probity.judge.Check.HELPER_STACK;
import static probity.judge.Check.KERNEL_MODE;
import static probity.judge.Check.KRETPROBE_TRAMPOLINE;
import static probity.judge.Check.LATE_EXITS;
import static probity.judge.Check.MISSED_WITHIN_LIMITS;
import static probity.judge.Check.NESTED_HITS;
import static probity.judge.Check.NOTICE;
import static probity.judge.Check.PARITY;
import static probity.judge.Check.POISON_INDEPENDENT;
import static probity.judge.Check.POPULATED_FIELDS;
import static probity.judge.Check.RELEASE_LINE;
import static probity.judge.Check.RELEASE_NOTICE;
import static probity.judge.Check.RESULTS;
import static probity.judge.Check.RESULT_MEMORY;
import static probity.judge.Check.RETURN_IP;
import static probity.judge.Check.SAME_KPROBE_SET;
import static probity.judge.Check.SAME_STRUCTURE;
import static probity.judge.Check.SAMPLE_IP;
import static probity.judge.Check.SAMPLE_MODE;
import static probity.judge.Check.SAMPLE_REGISTERS;
import static probity.judge.Check.SAMPLE_TAKEN;
import static probity.judge.Check.SIDES;
import static probity.judge.Check.STACKS_AGREE;
import static probity.judge.Check.STACK_ALIGNMENT;
import static probity.judge.Check.STACK_WRITES;
import static probity.judge.Check.STAGE;
import static probity.judge.Check.STEP_ANSWER;
import static probity.judge.Check.SYMBOLS_GONE;
import static probity.judge.Check.UNPOPULATED_FIELDS;
import static probity.judge.Check.WALK_DIRECT_CALLER;
import static probity.judge.Check.WALK_FROM_CONTEXT;
import static probity.judge.Check.WALK_FROM_HERE;
import static probity.judge.Check.WALK_HOOKED_FRAMES;
import static probity.judge.Check.WALK_OF_TASK;
import static probity.judge.Check.WRITE_ANSWER;
import static probity.judge.Check.WRITE_EFFECT;

import java.util.Map;
import java.util.Set;

/** Which checks decide a clause from executions. */
public final class ClauseChecks {
    private static final Map<String, Set<Check>> CHECKS =
            Map.ofEntries(
                    clause("PTR-01", CONTEXT_READABLE),
                    clause("PTR-02", KERNEL_MODE),
                    clause("PTR-03", SAMPLE_TAKEN, SAMPLE_MODE, SAMPLE_IP),
                    clause("PTR-04", SAMPLE_TAKEN, SAMPLE_MODE, SAMPLE_IP),
                    clause("PTR-05", WALK_FROM_CONTEXT),
                    clause("PTR-06", WALK_DIRECT_CALLER),
                    clause("PTR-07", WALK_FROM_CONTEXT),
                    clause("PTR-08", WALK_HOOKED_FRAMES),
                    clause("PTR-09", ENTRY_FIELDS),
                    clause("PTR-10", EXIT_FIELDS),
                    clause("PTR-11", SAMPLE_REGISTERS, POPULATED_FIELDS, CONSTANT_FIELDS),
                    clause(
                            "PTR-12",
                            SAMPLE_REGISTERS,
                            UNPOPULATED_FIELDS,
                            POISON_INDEPENDENT,
                            ATTACH_REFUSED),
                    clause(
                            "PTR-13",
                            SAMPLE_TAKEN,
                            HELPER_STACK,
                            HELPER_FUNC_IP,
                            HELPER_COOKIE,
                            STACKS_AGREE),
                    clause("PTR-14", CONTEXT_STABLE),
                    clause("PTR-15", WRITE_ANSWER, WRITE_EFFECT),
                    clause(
                            "PTR-16",
                            ENTRY_FIELDS,
                            EXIT_FIELDS,
                            POPULATED_FIELDS,
                            CONSTANT_FIELDS,
                            FULL_SET),
                    clause("PTR-17", WALK_FROM_HERE),
                    clause("PTR-18", WALK_OF_TASK),
                    clause("SYM-01", FIVE_THINGS, SAME_STRUCTURE),
                    clause("SYM-02", ENTRY_IP),
                    clause("SYM-03", RETURN_IP),
                    clause("SYM-04", EXIT_ACCESSORS),
                    clause("SYM-05", EVENT_ORDER),
                    clause("SYM-06", EVENT_ORDER, CANCELLED_EXITS, MISSED_WITHIN_LIMITS),
                    clause("SYM-07", ENTRY_DATA, DATA_SIZE, DATA_ZEROED, ATTACH_REFUSED),
                    clause("SYM-08", EVENT_ORDER, EXIT_ORDER),
                    clause("SYM-09", SIDES),
                    clause("SYM-10", FRAME_KEPT),
                    clause("SYM-11", WRITE_ANSWER, WRITE_EFFECT, BODY_REGISTERS, CALLER_REGISTERS),
                    clause("SYM-12", ENTRY_COUNTS, EXIT_COUNTS, MISSED_WITHIN_LIMITS),
                    clause("SYM-13", ENTRY_COUNTS, NESTED_HITS, ENDING),
                    clause("RET-01", STAGE, ATTACH_ACCEPTED, ATTACH_REFUSED),
                    clause("RET-02", EXIT_FIELDS, POPULATED_FIELDS, FULL_SET, RETURN_IP, RESULTS),
                    clause("RET-03", EXIT_FIELDS, EVENT_ORDER, KRETPROBE_TRAMPOLINE),
                    clause("RET-04", WALK_FROM_CONTEXT, WALK_HOOKED_FRAMES, RETURN_IP, EVENT_ORDER),
                    clause("RET-05", FIVE_THINGS, ENTRY_DATA, MISSED_WITHIN_LIMITS, PARITY),
                    clause("RET-06", NOTICE),
                    clause("RET-07", SYMBOLS_GONE, ATTACH_ACCEPTED, ATTACH_REFUSED, CODE_RESTORED),
                    clause("RET-08", RELEASE_LINE, RELEASE_NOTICE),
                    clause("RET-09", FULL_SET, SAME_KPROBE_SET),
                    clause("RET-10", ATTACH_REFUSED),
                    clause("TRN-01", BODY_REGISTERS, RESULTS),
                    clause("TRN-02", CALLER_REGISTERS, RESULTS, RESULT_MEMORY),
                    clause("TRN-03", STACK_WRITES),
                    clause("TRN-04", STACK_ALIGNMENT),
                    clause("TRN-05", EVENT_ORDER, RESULTS, RESULT_MEMORY, ENDING),
                    clause("TRN-06", EXIT_COUNTS, RESULTS, ENDING),
                    clause("TRN-07", STEP_ANSWER, RESULTS, ENDING, LATE_EXITS),
                    clause("TRN-08", CODE_RESTORED),
                    clause("TRN-09", EXIT_COUNTS, STEP_ANSWER, DISABLED_EVENTS),
                    clause("TRN-10", EVENT_ORDER, RESULTS, ENDING, HANDLER_FAULTS),
                    clause("TRN-11", EVENT_ORDER, EXIT_COUNTS, RESULTS, ENDING));

    private ClauseChecks() {}

    private static Map.Entry<String, Set<Check>> clause(String id, Check... checks) {
        return Map.entry(id, Set.of(checks));
    }

    /** The ids of the clauses that checks decide. */
    static Set<String> clauses() {
        return CHECKS.keySet();
    }

    /** The checks that help to decide a clause; none if no clause has this id. */
    static Set<Check> of(String clause) {
        return CHECKS.getOrDefault(clause, Set.of());
    }

    /** Whether a check helps to decide a clause of this chapter, such as {@code PTR}. */
    public static boolean serves(Check check, String chapter) {
        return CHECKS.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(chapter))
                .anyMatch(entry -> entry.getValue().contains(check));
    }
}
