package probity.steps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import probity.run.Trial;
import probity.spi.Capability;
import probity.spi.Role;
import probity.spi.Target;

/** Finds the targets that a {@link TargetPhrase} means, or ends the trial where there are none. */
final class TargetFinder {
    private static final Pattern CALLED = Pattern.compile("every target that the (\\w+) .*");
    private static final Pattern CALLER = Pattern.compile("the caller of the (\\w+) target");
    private static final Pattern BOTH = Pattern.compile("the (\\w+) and the (\\w+) target");
    private static final Pattern PLACE = Pattern.compile("the (\\w+) (\\w+) targets?");
    private static final Pattern SOME = Pattern.compile("(the|\\d+) (\\w+) (targets?)");

    private final Trial trial;

    TargetFinder(Trial trial) {
        this.trial = trial;
    }

    /** The one target that is meant; of several the first. */
    Target one(TargetPhrase phrase) {
        return all(phrase).get(0);
    }

    /** The targets that are meant; at least one. */
    List<Target> all(TargetPhrase phrase) {
        String text = phrase.text();
        Matcher called = CALLED.matcher(text);
        if (called.matches()) {
            return calledBy(withRole(called.group(1)));
        }
        Matcher caller = CALLER.matcher(text);
        if (caller.matches()) {
            return List.of(callerOf(withRole(caller.group(1)).get(0)));
        }
        Matcher both = BOTH.matcher(text);
        if (both.matches()) {
            return List.of(withRole(both.group(1)).get(0), withRole(both.group(2)).get(0));
        }
        Matcher some = SOME.matcher(text);
        if (some.matches()) {
            return some(some.group(1), withRole(some.group(2)), some.group(3));
        }
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            return place(place.group(1), withRole(place.group(2)));
        }
        throw new IllegalArgumentException("No targets are called '" + text + "'.");
    }

    /** The target of this symbol. */
    Target named(String name) {
        return trial.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no target " + name + "."));
    }

    private List<Target> some(String count, List<Target> found, String noun) {
        if (noun.equals("target")) {
            return found.subList(0, 1);
        }
        if (count.equals("the")) {
            return found;
        }
        int wanted = Integer.parseInt(count);
        if (found.size() < wanted) {
            throw trial.untested(
                    "This candidate has "
                            + found.size()
                            + " targets of the role "
                            + found.get(0).role()
                            + "; "
                            + wanted
                            + " are needed.");
        }
        return found.subList(0, wanted);
    }

    private List<Target> place(String place, List<Target> found) {
        return switch (place) {
            case "outermost" -> found.subList(0, 1);
            case "innermost" -> found.subList(found.size() - 1, found.size());
            case "outer" -> outer(found);
            default -> throw new IllegalArgumentException("No place is called " + place + ".");
        };
    }

    private List<Target> outer(List<Target> found) {
        if (found.size() < 2) {
            throw trial.untested("This candidate has no targets that call each other.");
        }
        return found.subList(0, found.size() - 1);
    }

    private Target callerOf(Target target) {
        if (target.callers().isEmpty()) {
            return target;
        }
        String caller = target.callers().get(0);
        if (trial.targets().stream().noneMatch(each -> each.name().equals(caller))) {
            throw trial.untested(
                    target.name() + " is called by " + caller + ", which is no target.");
        }
        return named(caller);
    }

    private List<Target> calledBy(List<Target> callers) {
        Set<String> names = new LinkedHashSet<>();
        callers.forEach(caller -> names.addAll(caller.calls()));
        List<Target> found = new ArrayList<>();
        names.forEach(name -> found.add(named(name)));
        if (found.isEmpty()) {
            throw trial.untested(
                    "No target of the role " + callers.get(0).role() + " calls another target.");
        }
        return found;
    }

    private List<Target> withRole(String name) {
        Role role = Role.valueOf(name);
        if (role == Role.BLOCKING && !trial.description().can(Capability.BLOCKING)) {
            throw trial.unsupported("The candidate's tasks cannot block.", Capability.BLOCKING);
        }
        List<Target> found =
                trial.targets().stream().filter(target -> target.role() == role).toList();
        if (found.isEmpty()) {
            throw trial.untested("This candidate has no target of the role " + role + ".");
        }
        return found;
    }
}
