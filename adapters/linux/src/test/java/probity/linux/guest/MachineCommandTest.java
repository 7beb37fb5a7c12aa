package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineCommandTest {
    private static final Qemu QEMU = new Qemu(Path.of("/bin/qemu"), "QEMU 1");
    private static final GuestOptions OPTIONS = GuestOptions.defaults();

    @Test
    void theOptionsAreInTheCommand() {
        List<String> command =
                new MachineCommand(
                                OPTIONS.withCpu("max,pauth-impdef=on")
                                        .withSmp(2)
                                        .withKernelArguments(List.of("nokaslr", "a=b")))
                        .boot(QEMU, Path.of("/k/Image"), directory("/t"));

        assertThat(command)
                .startsWith("/bin/qemu")
                .containsSequence("-cpu", "max,pauth-impdef=on")
                .containsSequence("-smp", "2")
                .containsSequence("-m", "512")
                .containsSequence("-kernel", "/k/Image")
                .containsSequence("-serial", "file:/t/console.log")
                .containsSequence("-chardev", "socket,id=virtio,path=/t/virtio");
        assertThat(command.get(command.indexOf("-append") + 1)).endsWith(" nokaslr a=b");
    }

    @Test
    void pathsMayHaveCommasAndQuotes() {
        List<String> command =
                new MachineCommand(OPTIONS)
                        .restore(
                                QEMU,
                                Path.of("/k/Image"),
                                directory("/a,b"),
                                Path.of("/it's/state"));

        assertThat(command)
                .containsSequence("-serial", "file:/a,,b/console.log")
                .containsSequence("-incoming", "exec:cat '/it'\\''s/state'");
    }

    @Test
    void theIdentityDependsOnTheMachineAndOnNoPath() {
        List<String> identity = new MachineCommand(OPTIONS).identity();

        assertThat(new MachineCommand(OPTIONS.withQemu("/other")).identity()).isEqualTo(identity);
        assertThat(new MachineCommand(OPTIONS.withSmp(2)).identity()).isNotEqualTo(identity);
        assertThat(new MachineCommand(OPTIONS.withCpu("max")).identity()).isNotEqualTo(identity);
        assertThat(identity).noneMatch(word -> word.contains("/"));
    }

    @Test
    void aMachineOfNothingIsRefused() {
        assertThatThrownBy(() -> OPTIONS.withSmp(0)).hasMessage("A guest cannot have 0 CPUs.");
    }

    private static GuestDirectory directory(String path) {
        return new GuestDirectory(Path.of(path));
    }
}
