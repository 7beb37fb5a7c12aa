package probity.designs;

import java.util.List;
import probity.judge.Verdict;
import probity.report.table.Table;

/** What the designs cost, and what they can offer. */
final class DesignMatrix {
    static final String TITLE = "Designs";

    private static final String NOTE =
            "Each design keeps every clause that applies to it. Figures are instructions / bytes"
                    + " stored / bytes loaded of one hit, from arrival in the trampoline to resume,"
                    + " the handler not counted; where a `brk` is kretprobe's trampoline, the"
                    + " exception does the work, and that is not counted either. A light frame"
                    + " offers what a full one does and costs about half of it; how programs get"
                    + " their `pt_regs` makes no difference there; what is not offered follows from"
                    + " the stage alone: no return hook yet at 0, no kretprobe any more at 3.";

    private final List<JudgedDesign> designs;

    DesignMatrix(List<JudgedDesign> designs) {
        this.designs = List.copyOf(designs);
    }

    Table table() {
        Table.Builder table =
                Table.titled(
                                "Cost of a hit, and clauses",
                                "design",
                                "fprobe entry",
                                "fprobe exit",
                                "kretprobe exit",
                                "held",
                                "not offered, or of another stage")
                        .note(NOTE);
        for (JudgedDesign design : designs) {
            table.row(
                    design.name(),
                    Cost.text(design.fprobe().entry()),
                    Cost.text(design.fprobe().exit()),
                    Cost.text(design.kretprobe().exit()),
                    design.clauses(Verdict.PASS).size(),
                    Ranges.of(design.clauses(Verdict.UNSUPPORTED)));
        }
        return table.build();
    }

    /** The page that is committed. */
    String markdown() {
        return "# " + TITLE + "\n\n" + table().toMarkdown();
    }
}
