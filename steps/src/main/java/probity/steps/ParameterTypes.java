package probity.steps;

import io.cucumber.java.ParameterType;
import java.util.List;
import probity.spi.Side;

/** The nouns of the features. */
public class ParameterTypes {
    /** Such as {@code session program A}. */
    @ParameterType(ProbeRef.REGEX)
    public ProbeRef probe(String text) {
        return ProbeRef.parse(text);
    }

    /** Such as {@code the CHAIN targets}. */
    @ParameterType(TargetPhrase.REGEX)
    public TargetPhrase targets(String text) {
        return new TargetPhrase(text);
    }

    /** Such as {@code captures at both sides}. */
    @ParameterType(Handlers.REGEX)
    public Handlers handlers(String text) {
        return Handlers.parse(text);
    }

    /** Such as {@code 16 bytes of data}. */
    @ParameterType(ProbeOptions.REGEX)
    public ProbeOptions options(String text) {
        return new ProbeOptions(text);
    }

    /** Such as {@code both sides}. */
    @ParameterType("entry|exit|both sides")
    public List<Side> sides(String text) {
        return Handlers.sides(text);
    }

    /** The name of a probe: one capital letter. */
    @ParameterType("[A-Z]")
    public String name(String text) {
        return text;
    }

    /** An order string, such as {@code >|<}. */
    @ParameterType("[><|]+(?: [><|]+)*")
    public String order(String text) {
        return text;
    }

    /** A 64-bit value in hexadecimal. */
    @ParameterType("0x[0-9a-f]+")
    public Long value(String text) {
        return Long.parseUnsignedLong(text.substring(2), 16);
    }
}
