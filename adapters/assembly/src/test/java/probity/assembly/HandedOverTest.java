package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.CallResult;
import probity.spi.CandidateUnavailable;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Observation;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Target;

/**
 * What trampolines hand over wrongly reaches the handlers as it is, for the judge to see. Each test
 * changes an instruction of the example.
 */
class HandedOverTest {
    private static final int SUB_X0_X30_4 = 0xd10013c0;
    private static final int SUB_X0_X30_8 = 0xd10023c0;
    private static final int MOV_X1_X9 = 0xaa0903e1;
    private static final int MOV_X1_X30 = 0xaa1e03e1;
    private static final int MOV_X2_SP = 0x910003e2;
    private static final int MOV_X2_XZR = 0xaa1f03e2;
    private static final int STP_X29_X9_AT_80 = 0xa90527fd;
    private static final int STP_X29_X30_AT_80 = 0xa9057bfd;
    private static final int STP_X0_X1 = 0xa90007e0;
    private static final int STP_X1_X0 = 0xa90003e1;
    private static final int LDP_X0_X1 = 0xa94007e0;
    private static final int LDP_X1_X0 = 0xa94003e1;

    @TempDir Path directory;
    private byte[] elf;

    @BeforeEach
    void example() throws IOException {
        elf = Files.readAllBytes(Examples.EXECUTABLE.resolve(Inspection.EXECUTABLE));
        properties("", "");
    }

    @Test
    void a_wrong_entry_ip() throws Exception {
        replace(0, SUB_X0_X30_4, SUB_X0_X30_8);
        Hooked hooked = run();
        assertThat(hooked.entry().entryIp()).hasValue(hooked.target.entryIp() - 4);
        assertThat(hooked.result().ending()).isEqualTo(Ending.RETURNED);
    }

    @Test
    void a_wrong_return_ip() throws Exception {
        replace(0, MOV_X1_X9, MOV_X1_X30);
        Hooked hooked = run();
        assertThat(hooked.entry().returnIp()).hasValue(hooked.target.resumeAddress());
        assertThat(hooked.exit().returnIp()).hasValue(hooked.captured(hooked.entry()).get("x30"));
    }

    @Test
    void no_set_at_all_ends_the_call() throws Exception {
        replace(0, MOV_X2_SP, MOV_X2_XZR);
        CallResult result = run().result();
        assertThat(result.ending()).isEqualTo(Ending.TRAP);
        assertThat(result.detail()).isNotEmpty();
    }

    @Test
    void a_return_set_laid_out_otherwise_is_read_like_the_entry_set() throws Exception {
        replace(1, STP_X0_X1, STP_X1_X0);
        replace(1, LDP_X0_X1, LDP_X1_X0);
        properties("return.x0 = 0\nreturn.x1 = 8\n", "return.x0 = 8\nreturn.x1 = 0\n");
        Hooked hooked = run();
        long result = hooked.result().after().orElseThrow().get("x0");
        RegisterFile exit = hooked.captured(hooked.exit());
        assertThat(hooked.result().ending()).isEqualTo(Ending.RETURNED);
        assertThat(exit.get("x1")).isEqualTo(result);
        assertThat(exit.get("x0")).isNotEqualTo(result);
    }

    @Test
    void a_return_that_leads_back_into_the_body_ends_all_the_same() throws Exception {
        replace(0, STP_X29_X9_AT_80, STP_X29_X30_AT_80);
        for (String function : List.of("leaf", "tail_caller")) {
            CallResult result = assertTimeout(Duration.ofSeconds(10), () -> run(function)).result();
            assertThat(result.ending()).isIn(Ending.TRAP, Ending.BUDGET);
            assertThat(result.detail()).isNotEmpty();
        }
    }

    private Hooked run() throws CandidateUnavailable, IOException {
        return run("leaf");
    }

    private Hooked run(String function) throws CandidateUnavailable, IOException {
        Files.write(directory.resolve(Inspection.EXECUTABLE), elf);
        try (Instance instance =
                new AssemblyProvider("").open(directory.toString()).start(Options.defaults())) {
            Target target =
                    instance.targets().stream()
                            .filter(each -> each.name().equals(function))
                            .findFirst()
                            .orElseThrow();
            instance.attach(
                    Probe.of("both", ProbeKind.FPROBE, target.name())
                            .onEntry(new Action.Capture("registers"))
                            .onExit(new Action.Capture("registers")));
            RegisterFile registers =
                    RegisterFile.builder(Architecture.ARM64).set("x0", 3).set("x1", 5).build();
            Plan plan = Plan.of(new Plan.Call(0, 0, target.name(), registers, List.of()));
            return new Hooked(target, instance.run(plan));
        }
    }

    private record Hooked(Target target, Execution execution) {
        Event entry() {
            return execution.events().get(0);
        }

        Event exit() {
            return execution.events().get(1);
        }

        CallResult result() {
            return (CallResult) execution.steps().get(0);
        }

        RegisterFile captured(Event event) {
            return event.find("registers", Observation.Captured.class).orElseThrow().registers();
        }
    }

    /** Replaces an instruction: the first that is so, or the one after it. */
    private void replace(int skipped, int instruction, int other) {
        ByteBuffer file = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
        int left = skipped;
        for (int at = 0; at + 4 <= elf.length; at += 4) {
            if (file.getInt(at) == instruction && left-- == 0) {
                file.putInt(at, other);
                return;
            }
        }
        throw new AssertionError("The example has no instruction %08x.".formatted(instruction));
    }

    private void properties(String lines, String others) throws IOException {
        String text = Files.readString(Examples.EXECUTABLE.resolve(PropertiesFile.NAME));
        assertThat(text).contains(lines);
        Files.write(
                directory.resolve(PropertiesFile.NAME),
                (lines.isEmpty() ? text : text.replace(lines, others))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
