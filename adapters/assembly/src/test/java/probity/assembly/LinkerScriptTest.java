package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import probity.reference.AddressMap;

class LinkerScriptTest {
    @Test
    void it_places_the_text_and_the_three_handlers() {
        assertThat(LinkerScript.text())
                .contains("\nhook_entry_handler = 0xffff800081100000;\n")
                .contains("\nhook_return_handler = 0xffff800081100100;\n")
                .contains("\nkretprobe_handler = 0xffff800081100200;\n")
                .contains(".text 0x%x :".formatted(AddressMap.TRAMPOLINES))
                .doesNotContain("%");
    }

    @Test
    void the_documented_command_prints_it() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LinkerScript.COMMAND.split(" ")));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process process =
                new ProcessBuilder(command)
                        .directory(Examples.REPOSITORY.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).isEqualTo(LinkerScript.text());
    }
}
