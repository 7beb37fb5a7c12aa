package probity.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import probity.judge.Check;
import probity.judge.Declarations;
import probity.judge.Difference;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.Probe;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;

/** Register tables: which fields must be there, and true. */
public class TruthSteps {
    private static final Set<String> TRUTHS =
            Set.of(
                    "as at the call",
                    "as at the return",
                    "the return address",
                    "the resume address",
                    "the symbol's address");

    private final Bench bench;

    /** Steps on this bench. */
    public TruthSteps(Bench bench) {
        this.bench = bench;
    }

    /**
     * The fields of the table are declared populated, and are the truth. The second column says in
     * words what that is; the oracle knows it in numbers.
     */
    @Then("{name}'s registers at {sides} are")
    public void registers(String name, List<Side> sides, DataTable table) {
        Set<String> fields = fields(table);
        Side side = sides.get(0);
        Predicate<Difference> asked = difference -> fields.contains(difference.subject());
        Claim claim = bench.claim();
        for (Probe probe : bench.probes(name)) {
            claim = claim.and(Declarations.check(bench.trial().description(), probe.kind(), side));
        }
        claim.holds(
                asked,
                side == Side.ENTRY ? Check.ENTRY_FIELDS : Check.EXIT_FIELDS,
                Check.POPULATED_FIELDS,
                Check.FULL_SET);
    }

    /** PTR-16: where a set is declared full, every field of it. */
    @Then("a set of {name} that is declared full is complete and true")
    public void full(String name) {
        Description description = bench.trial().description();
        boolean full = bench.probes(name).stream().anyMatch(probe -> isFull(description, probe));
        bench.judgement(); // that the kind is not offered at all comes first
        if (!full) {
            throw bench.trial().unsupported("The candidate declares no full set for this kind.");
        }
        holds();
    }

    private void holds() {
        bench.claim()
                .holds(
                        Check.FULL_SET,
                        Check.ENTRY_FIELDS,
                        Check.EXIT_FIELDS,
                        Check.POPULATED_FIELDS,
                        Check.CONSTANT_FIELDS);
    }

    /** RET-02. */
    @Then("{name} gets a full pt_regs with the truth at exit")
    public void fullAtExit(String name) {
        bench.claim()
                .holds(
                        Check.FULL_SET,
                        Check.EXIT_FIELDS,
                        Check.POPULATED_FIELDS,
                        Check.CONSTANT_FIELDS,
                        Check.RETURN_IP);
    }

    private static boolean isFull(Description description, Probe probe) {
        for (Side side : Side.values()) {
            if (probe.script(side).isPresent()) {
                RegisterSet set = description.set(probe.kind(), side).orElse(null);
                if (set != null
                        && (set.kind() == SetKind.FULL || isFullContext(description, set))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFullContext(Description description, RegisterSet set) {
        return set.kind() == SetKind.CONTEXT && description.policy() == ContextPolicy.FULL;
    }

    private Set<String> fields(DataTable table) {
        Set<String> fields = new LinkedHashSet<>();
        for (List<String> row : table.cells()) {
            if (!TRUTHS.contains(row.get(1))) {
                throw new IllegalArgumentException("No truth is called '" + row.get(1) + "'.");
            }
            fields.addAll(Fields.parse(bench.trial().description().architecture(), row.get(0)));
        }
        return fields;
    }
}
