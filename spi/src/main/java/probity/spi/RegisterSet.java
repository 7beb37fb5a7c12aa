package probity.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The register set that handlers of one probe kind get at one side.
 *
 * @param kind the structure
 * @param fields the state of each field by register name; a field of the structure that is not
 *     listed here is unpopulated
 * @param writable the fields whose change by a handler takes effect; a write to any other is
 *     refused or without effect
 * @param offsets where fields lie in the structure, in bytes from its start; a field that is not
 *     listed here lies where nobody says
 * @param hidden the fields that handlers get and nobody can show: a capture leaves them out, and a
 *     handler that reads one of them may be refused
 */
public record RegisterSet(
        SetKind kind,
        Map<String, FieldState> fields,
        Set<String> writable,
        Map<String, Integer> offsets,
        Set<String> hidden) {
    public RegisterSet {
        Given.value(kind, "RegisterSet.kind");
        fields = Given.map(fields, "RegisterSet.fields");
        writable = Given.set(writable, "RegisterSet.writable");
        offsets = Given.map(offsets, "RegisterSet.offsets");
        hidden = Given.set(hidden, "RegisterSet.hidden");
    }

    /** A set of which every field can be shown. */
    public RegisterSet(
            SetKind kind,
            Map<String, FieldState> fields,
            Set<String> writable,
            Map<String, Integer> offsets) {
        this(kind, fields, writable, offsets, Set.of());
    }

    /** A set that says nothing of where its fields lie. */
    public RegisterSet(SetKind kind, Map<String, FieldState> fields, Set<String> writable) {
        this(kind, fields, writable, Map.of());
    }

    /** The declared state of a field. */
    public FieldState state(String register) {
        return fields.getOrDefault(register, FieldState.UNPOPULATED);
    }

    /** The same with fields that nobody can show. */
    public RegisterSet hiding(Set<String> registers) {
        return new RegisterSet(kind, fields, writable, offsets, registers);
    }

    /** A set in which these fields are populated and none is writable. */
    public static RegisterSet populated(SetKind kind, Iterable<String> registers) {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        registers.forEach(register -> fields.put(register, FieldState.POPULATED));
        return new RegisterSet(kind, fields, Set.of());
    }
}
