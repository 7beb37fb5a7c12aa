package probity.judge;

import java.util.List;
import probity.spi.Description;
import probity.spi.Stage;

/** The removal of kretprobe over the releases of an implementation (RET-08). */
public final class ReleaseLine {
    private ReleaseLine() {}

    /**
     * Looks at the declarations of a release line.
     *
     * @param line oldest first
     */
    public static Findings check(List<Description> line) {
        Sheet sheet = new Sheet();
        boolean announced = false;
        boolean before = false;
        for (int i = 0; i < line.size(); i++) {
            Description release = line.get(i);
            Stage stage = release.stage();
            String where = "in release " + i + " of the line (" + release.name() + ")";
            if (i > 0) {
                Stage last = line.get(i - 1).stage();
                sheet.compare(
                        Check.RELEASE_LINE,
                        stage.number() >= last.number(),
                        where,
                        "the stage",
                        "at least " + last.number() + " (" + last + ")",
                        stage.number() + " (" + stage + ")");
            }
            announced |= stage == Stage.MIGRATED;
            if (stage == Stage.REMOVED) {
                users(sheet, where, release);
                if (before) {
                    String wanted = "preceded by a release at stage 2";
                    sheet.compare(Check.RELEASE_NOTICE, announced, where, "stage 3", wanted, "not");
                }
            }
            before |= stage != Stage.REMOVED;
        }
        return sheet.findings();
    }

    private static void users(Sheet sheet, String where, Description release) {
        sheet.compare(
                Check.RELEASE_LINE,
                release.kretprobeUsers().isEmpty(),
                where,
                "the list of users that still need kretprobe",
                "empty",
                String.join(", ", release.kretprobeUsers()));
    }
}
