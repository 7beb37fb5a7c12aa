package probity.judge;

import java.util.List;
import probity.spi.Counts;

/** Nothing is lost silently: the balances of SYM-12. */
final class CountComparison {
    private final Scene scene;
    private final Sheet sheet;

    CountComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        List<Attachment> all = scene.expectation().attachments();
        UnseenCalls unseen = new UnseenCalls(scene.expectation());
        for (Attachment attachment : all) {
            String name = attachment.probe().name();
            Counts counts = scene.observed().counts().get(name);
            boolean unique =
                    all.stream().filter(other -> other.probe().name().equals(name)).count() == 1;
            if (counts == null) {
                sheet.unseen(Check.ENTRY_COUNTS, "There are no counts of probe " + name + ".");
                sheet.unseen(Check.EXIT_COUNTS, "There are no counts of probe " + name + ".");
            } else if (!unique) {
                sheet.unseen(Check.ENTRY_COUNTS, "Probe " + name + " was attached twice.");
            } else if (unseen.mayReach(attachment)) {
                sheet.unseen(Check.ENTRY_COUNTS, "Nobody saw every hit of probe " + name + ".");
                sheet.unseen(Check.EXIT_COUNTS, "Nobody saw every hit of probe " + name + ".");
            } else if (isBroken()) {
                sheet.unseen(Check.ENTRY_COUNTS, "The hits cannot be counted.");
            } else {
                new Balance(scene, attachment, counts).compare();
            }
        }
    }

    /** Whether the plan did not run to its end, or went an unknown way. */
    private boolean isBroken() {
        boolean cut = scene.actual().steps().size() < scene.expectation().plan().steps().size();
        boolean diverted =
                scene.expectation().calls().stream()
                        .anyMatch(call -> scene.expectation().writes().divert(call));
        return cut || diverted;
    }
}
