package probity.properties;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.Map;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.RegisterFile;
import probity.spi.Word;

/** The SPI's values that are no records, and register contents, as readable JSON. */
final class JsonValues {
    private static final String PREFIX = "0x";
    private static final int HEX = 16;

    private JsonValues() {}

    static void register(SimpleModule module) {
        module.addSerializer(RegisterFile.class, new RegistersWriter());
        module.addDeserializer(RegisterFile.class, new RegistersReader());
        module.addSerializer(Word.class, ToStringSerializer.instance);
        module.addDeserializer(Word.class, new WordReader());
        module.addSerializer(Bytes.class, ToStringSerializer.instance);
        module.addDeserializer(Bytes.class, new BytesReader());
    }

    /** What {@link Word#toString} prints. */
    static Word word(String text) {
        String digits = text.substring(PREFIX.length());
        int middle = digits.indexOf('_');
        return middle < 0
                ? Word.of(Long.parseUnsignedLong(digits, HEX))
                : new Word(
                        Long.parseUnsignedLong(digits.substring(0, middle), HEX),
                        Long.parseUnsignedLong(digits.substring(middle + 1), HEX));
    }

    private static final class RegistersWriter extends JsonSerializer<RegisterFile> {
        @Override
        public void serialize(RegisterFile file, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeStartObject();
            for (String register : file.names()) {
                out.writeStringField(register, file.find(register).orElseThrow().toString());
            }
            out.writeEndObject();
        }
    }

    private static final class RegistersReader extends JsonDeserializer<RegisterFile> {
        @Override
        public RegisterFile deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            JsonNode node = in.readValueAsTree();
            RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                file.set(field.getKey(), word(field.getValue().asText()));
            }
            return file.build();
        }
    }

    private static final class WordReader extends JsonDeserializer<Word> {
        @Override
        public Word deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return word(in.getText());
        }
    }

    private static final class BytesReader extends JsonDeserializer<Bytes> {
        @Override
        public Bytes deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Bytes.parse(in.getText());
        }
    }
}
