package probity.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.RegisterSet;

/** A candidate's description as JSON. */
final class DescriptionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DescriptionJson() {}

    static JsonNode of(Description description) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", description.name());
        node.put("version", description.version());
        node.put("architecture", description.architecture().name());
        description.capabilities().stream()
                .map(Enum::name)
                .sorted()
                .forEach(node.putArray("capabilities")::add);
        node.put("policy", description.policy().name());
        node.put("unsaved", description.unsaved().name());
        node.put("stage", description.stage().number());
        description.kretprobeUsers().forEach(node.putArray("kretprobeUsers")::add);
        ObjectNode limits = node.putObject("limits");
        limits.put("entryData", description.limits().entryData());
        limits.put("depth", description.limits().depth());
        limits.put("probesPerFunction", description.limits().probesPerFunction());
        limits.put("walkDepth", description.limits().walkDepth());
        ObjectNode sets = node.putObject("sets");
        description
                .sets()
                .forEach(
                        (kind, sides) -> {
                            ObjectNode offered = sets.putObject(kind.name());
                            sides.forEach((side, set) -> offered.set(side.name(), set(set)));
                        });
        if (!description.lacking().isEmpty()) {
            ObjectNode lacking = node.putObject("lacking");
            description
                    .lacking()
                    .forEach(
                            (kind, sides) -> {
                                ObjectNode bySide = lacking.putObject(kind.name());
                                sides.forEach(
                                        (side, all) ->
                                                all.stream()
                                                        .map(Enum::name)
                                                        .sorted()
                                                        .forEach(
                                                                bySide.putArray(side.name())::add));
                            });
        }
        return node;
    }

    private static ObjectNode set(RegisterSet set) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", set.kind().name());
        ObjectNode fields = node.putObject("fields");
        for (Map.Entry<String, FieldState> field : set.fields().entrySet()) {
            FieldState state = field.getValue();
            fields.put(
                    field.getKey(),
                    state.kind() == FieldState.Kind.CONSTANT
                            ? "CONSTANT 0x" + Long.toHexString(state.value())
                            : state.kind().name());
        }
        set.writable().forEach(node.putArray("writable")::add);
        if (!set.offsets().isEmpty()) {
            ObjectNode offsets = node.putObject("offsets");
            new TreeMap<>(set.offsets()).forEach(offsets::put);
        }
        if (!set.hidden().isEmpty()) {
            set.hidden().stream().sorted().forEach(node.putArray("hidden")::add);
        }
        return node;
    }
}
