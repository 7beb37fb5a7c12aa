package probity.properties;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.LinkedHashSet;
import java.util.Set;
import probity.spi.Action;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.StepResult;

/**
 * The SPI's records as JSON. Registers are hexadecimal strings by name, bytes hexadecimal digits; a
 * value of a sealed type says in {@code is} which it is; what is absent is null.
 */
final class SpiJson {
    /** Says which of a sealed type's records it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Sealed {}

    private static final ObjectMapper MAPPER = mapper();

    private SpiJson() {}

    /** A record of the SPI, or one made of such, as indented JSON. */
    static String write(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass(), e);
        }
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if the text is not such a record; says where and why
     */
    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "This is no " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        // records only: methods such as isPopulated() are no parts of them
        mapper.setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
        mapper.setVisibility(PropertyAccessor.GETTER, Visibility.NONE);
        mapper.setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
        mapper.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        sealed(mapper, Plan.Step.class);
        sealed(mapper, Action.class);
        sealed(mapper, Observation.class);
        sealed(mapper, StepResult.class);
        SimpleModule module = new SimpleModule();
        module.addAbstractTypeMapping(Set.class, LinkedHashSet.class); // keeps the order
        JsonOptionals.register(module);
        JsonValues.register(module);
        return mapper.registerModule(module);
    }

    private static void sealed(ObjectMapper mapper, Class<?> type) {
        mapper.addMixIn(type, Sealed.class);
        name(mapper, type);
    }

    private static void name(ObjectMapper mapper, Class<?> type) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                name(mapper, permitted);
            } else {
                mapper.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
            }
        }
    }
}
