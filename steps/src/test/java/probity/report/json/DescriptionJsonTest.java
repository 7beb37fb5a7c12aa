package probity.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.judge.toy.ToyDescription;
import probity.report.CandidateReport;
import probity.report.Rulings;
import probity.report.RunReport;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.ProbeKind;
import probity.spi.Side;

class DescriptionJsonTest {
    @Test
    void aKindThatLacksSomethingAndHidesFieldsIsWrittenAsTheSchemaSays() throws Exception {
        Description description =
                new ToyDescription()
                        .lacking(ProbeKind.FPROBE, Side.ENTRY, Capability.SEES_RETURN_IP)
                        .hiding(ProbeKind.FPROBE, Side.EXIT, "x8", "x30")
                        .build();

        JsonNode record = new ObjectMapper().readTree(JsonReport.render(report(description)));

        JsonNode written = record.at("/candidates/0/description");
        assertThat(written.at("/lacking/FPROBE/ENTRY/0").asText()).isEqualTo("SEES_RETURN_IP");
        assertThat(written.at("/sets/FPROBE/EXIT/hidden")).hasSize(2);
        try (InputStream schema =
                getClass().getResourceAsStream("/probity/report/probity-report.schema.json")) {
            assertThat(
                            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                    .getSchema(schema)
                                    .validate(record))
                    .isEmpty();
        }
    }

    private static RunReport report(Description description) {
        return Rulings.report(
                Optional.empty(),
                List.of(),
                new CandidateReport(
                        "java:toy", Optional.of(description), Optional.empty(), List.of()));
    }
}
