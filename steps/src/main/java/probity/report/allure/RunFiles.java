package probity.report.allure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import probity.judge.Verdict;
import probity.report.CandidateReport;
import probity.report.RunReport;

/** The files of Allure that belong to a run as a whole. */
final class RunFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Verdict, String> CATEGORIES = new LinkedHashMap<>();

    static {
        CATEGORIES.put(Verdict.FAIL, "Violated");
        CATEGORIES.put(Verdict.UPASS, "Waived, but not violated as the waiver says");
        CATEGORIES.put(Verdict.UNRESOLVED, "No usable answer");
        CATEGORIES.put(Verdict.KIT_ERROR, "The kit is wrong");
        CATEGORIES.put(Verdict.NOT_MET, "Recommendation not met");
        CATEGORIES.put(Verdict.XFAIL, "Violated as waived");
        CATEGORIES.put(Verdict.UNSUPPORTED, "Declared absent, or not observable");
        CATEGORIES.put(Verdict.UNTESTED, "Could not be set up");
    }

    private RunFiles() {}

    static String environment(RunReport report) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kit", report.kitVersion());
        all.put(
                "candidates",
                report.candidates().stream()
                        .map(CandidateReport::address)
                        .collect(Collectors.joining(", ")));
        all.put("filter", report.filter().orElse("none"));
        all.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        all.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** A message starts with its verdict, so that Allure can tell verdicts apart. */
    static String categories() {
        ArrayNode list = JSON.createArrayNode();
        CATEGORIES.forEach(
                (verdict, name) -> {
                    ObjectNode category = list.addObject();
                    category.put("name", verdict + ": " + name);
                    category.put("messageRegex", "^" + verdict + ":.*");
                    category.putArray("matchedStatuses").add(AllureResults.status(verdict).value());
                });
        return list.toPrettyString();
    }

    static String executor(RunReport report) {
        ObjectNode executor = JSON.createObjectNode();
        executor.put("name", "Probity " + report.kitVersion());
        executor.put("type", "maven");
        executor.put("buildName", report.started().toString());
        executor.put(
                "reportName",
                report.filter().isPresent()
                        ? "Conformance (filtered: no statement of conformance)"
                        : "Conformance");
        return executor.toPrettyString();
    }
}
