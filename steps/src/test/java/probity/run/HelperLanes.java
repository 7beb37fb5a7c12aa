package probity.run;

import java.util.List;
import probity.run.guard.TimeLimits;

/** Lanes for tests of what uses them. */
public final class HelperLanes {
    private HelperLanes() {}

    /** One that rules on the miniature. */
    public static Lane sound(String name) {
        return lane(
                name,
                new FailureScreen(Library.shipped().catalogue(), new RerunCommand(List.of())));
    }

    /** One on which the kit makes a mistake with whatever is heard. */
    public static Lane broken(String name) {
        return lane(name, null);
    }

    private static Lane lane(String name, FailureScreen screen) {
        TimeLimits limits = TimeLimits.defaults();
        return new Lane(
                new JudgedCandidate("java:miniature", new Miniature(), limits),
                name,
                new GivenLine(List.of(), limits),
                new Rules(Waivers.none(), RecordKeeper.none(), screen, RandomCases.NONE, false));
    }
}
