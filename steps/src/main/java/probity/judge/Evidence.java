package probity.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import probity.spi.CallResult;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.StepResult;
import probity.spi.Walk;
import probity.spi.Word;

/** Long texts that explain a judgement; attached to it, not shown on its screen. */
final class Evidence {
    private final Scene scene;

    private Evidence(Scene scene) {
        this.scene = scene;
    }

    static Map<String, Supplier<String>> of(Scene scene) {
        Evidence evidence = new Evidence(scene);
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        texts.put("plan", () -> PlanText.of(scene.expectation().plan()));
        texts.put("truth", evidence::truth);
        texts.put("events", evidence::events);
        texts.put("registers", evidence::registers);
        texts.put("stacks", evidence::stacks);
        texts.put("counts", evidence::counts);
        texts.put("last instructions", () -> trace(scene.actual()));
        return texts;
    }

    /** Where it comes from what the calls are held to, each source once. */
    private String truth() {
        Map<String, Set<String>> functions = new LinkedHashMap<>();
        for (Span span : scene.expectation().timeline().spans()) {
            functions
                    .computeIfAbsent(scene.expectation().source(span), source -> new TreeSet<>())
                    .add(span.function());
        }
        return functions.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    private String events() {
        List<String> lines = new ArrayList<>();
        for (Event event : scene.actual().events()) {
            lines.add(
                    String.format(
                            "%4d %c %-12s %-20s task %d cpu %d%s entry ip %s return ip %s",
                            event.sequence(),
                            event.side().symbol(),
                            event.probe(),
                            event.function(),
                            event.task(),
                            event.cpu(),
                            event.nested() ? " nested" : "",
                            event.entryIp().isPresent()
                                    ? scene.names().of(event.entryIp().getAsLong())
                                    : "-",
                            event.returnIp().isPresent()
                                    ? scene.names().of(event.returnIp().getAsLong())
                                    : "-"));
        }
        return String.join("\n", lines);
    }

    /**
     * Each field of each capture, with what it must hold; an exclamation mark where it does not.
     */
    private String registers() {
        List<String> lines = new ArrayList<>();
        for (Alignment.Pair pair : scene.matching().matched()) {
            Optional<RegisterFile> seen = CaptureComparison.first(pair.event());
            Optional<RegisterSet> set = Field.set(scene, pair.slot());
            if (seen.isPresent() && set.isPresent()) {
                lines.add(Scene.where(pair.event()));
                for (String register : seen.get().names()) {
                    lines.add(line(pair.slot(), set.get(), register, seen.get()));
                }
            }
        }
        return String.join("\n", lines);
    }

    private String line(Slot slot, RegisterSet set, String register, RegisterFile seen) {
        Field field = Field.of(scene, slot, set, register);
        Word content = seen.find(register).orElseThrow();
        boolean good = field.accepts(scene, slot, register, content);
        return (good ? "  " : "! ")
                + padded(register, 6)
                + (" expected " + padded(field.expected(scene.names(), register), 36))
                + (" got " + Field.text(scene.names(), register, content));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String stacks() {
        List<String> lines = new ArrayList<>();
        for (Event event : scene.actual().events()) {
            for (Observation seen : event.observations()) {
                if (seen instanceof Observation.Walked walked) {
                    String title = "walk from " + walked.from().name().toLowerCase();
                    frames(lines, title + " " + Scene.where(event), walked.walk().frames());
                } else if (seen instanceof Observation.Sampled sampled) {
                    sampled.sample()
                            .ifPresent(
                                    sample ->
                                            frames(
                                                    lines,
                                                    "call chain " + Scene.where(event),
                                                    sample.callChain()));
                }
            }
        }
        List<StepResult> steps = scene.actual().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Walk walk) {
                frames(lines, "walk of a task at step " + i, walk.frames());
            }
        }
        return String.join("\n", lines);
    }

    private void frames(List<String> lines, String title, List<Long> frames) {
        lines.add(title);
        frames.forEach(frame -> lines.add("  " + scene.names().of(frame)));
    }

    private String counts() {
        return scene.observed().counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String trace(Execution actual) {
        return actual.steps().stream()
                .filter(CallResult.class::isInstance)
                .map(CallResult.class::cast)
                .filter(result -> !result.trace().isEmpty())
                .reduce((first, last) -> last)
                .map(result -> String.join("\n", result.trace()))
                .orElse("");
    }
}
