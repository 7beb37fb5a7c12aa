package probity.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import probity.judge.Check;
import probity.judge.Difference;
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
        List<Difference> undeclared = new ArrayList<>();
        for (Probe probe : bench.probes(name)) {
            undeclared.addAll(undeclared(probe, side, fields));
        }
        Claim claim = bench.claim();
        claim.holds(undeclared, fields.size());
        claim.holds(
                difference -> fields.contains(difference.subject()),
                check(side),
                Check.POPULATED_FIELDS);
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
        return set.kind() == SetKind.CONTEXT
                && description.policy() == probity.spi.ContextPolicy.FULL;
    }

    private List<Difference> undeclared(Probe probe, Side side, Set<String> fields) {
        RegisterSet set = bench.trial().description().set(probe.kind(), side).orElse(null);
        if (set == null || probe.script(side).isEmpty()) {
            return List.of();
        }
        return fields.stream()
                .filter(field -> !set.state(field).isPopulated())
                .map(
                        field ->
                                new Difference(
                                        check(side),
                                        "in the declared set of "
                                                + probe.kind()
                                                + " at "
                                                + side.name().toLowerCase(java.util.Locale.ROOT),
                                        field,
                                        "declared populated",
                                        "declared "
                                                + set.state(field)
                                                        .kind()
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    private static Check check(Side side) {
        return side == Side.ENTRY ? Check.ENTRY_FIELDS : Check.EXIT_FIELDS;
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
