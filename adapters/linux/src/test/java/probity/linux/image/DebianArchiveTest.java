package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

class DebianArchiveTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir Path temporary;
    private FakeTools tools;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void fakeTools() throws Exception {
        tools = FakeTools.in(temporary.resolve("tools"));
    }

    @Test
    void theNewestKernelOfASuiteIsDownloaded() throws Exception {
        KernelImage kernel = open("debian/some", NOW);

        assertThat(kernel.origin()).isEqualTo("debian/some linux-image-6.10-cloud-arm64 6.10-1");
        assertThat(kernel.image()).hasBinaryContent(FakeTools.image());
        assertThat(kernel.configuration()).isEmpty();
        assertThat(tools.calls())
                .contains("apt-get -q download linux-image-6.10-cloud-arm64=6.10-1");
        assertThat(said)
                .containsExactly(
                        "Debian some: fetching the package lists.",
                        "Debian: downloading linux-image-6.10-cloud-arm64 6.10-1.");
        assertThat(temporary.resolve("cache/apt/some/sources.list"))
                .content()
                .contains("] http://mirror.invalid/debian some main");
        assertThat(temporary.resolve("cache/apt/some/apt.conf"))
                .content()
                .contains("Acquire::http::Proxy \"http://proxy.invalid\";")
                .contains("APT::Architecture \"arm64\";");
    }

    @Test
    void aPatternSelectsAnother() throws Exception {
        assertThat(open("debian/some/linux-image-6.9-*", NOW).origin())
                .isEqualTo("debian/some linux-image-6.9-cloud-arm64 6.9-1");
    }

    @Test
    void aWarmCacheAsksNobody() throws Exception {
        KernelImage first = open("debian/some", NOW);
        tools.forget();

        assertThat(open("debian/some", NOW.plus(Duration.ofHours(1)))).isEqualTo(first);
        assertThat(tools.calls()).isEmpty();
    }

    @Test
    void afterADayTheListsAreFetchedAgainAndWithoutANetworkTheOldOnesDo() throws Exception {
        KernelImage first = open("debian/some", NOW);
        said.clear();
        tools.forget();
        tools.failUpdate("E: Failed to fetch x  Could not connect to mirror.invalid:80");

        assertThat(open("debian/some", NOW.plus(Duration.ofHours(25)))).isEqualTo(first);
        assertThat(tools.calls())
                .contains("apt-get -q update")
                .noneMatch(call -> call.contains("download"));
        assertThat(said)
                .containsExactly(
                        "Debian some: fetching the package lists.",
                        "Debian some: going on with the package lists of 2030-01-01T00:00:00Z. The"
                                + " package lists of 'some' cannot be fetched from"
                                + " http://mirror.invalid/debian.");
    }

    @Test
    void withoutANetworkAndACacheThereIsNoKernel() throws Exception {
        tools.failUpdate("Ign:1 x\nE: Failed to fetch x  Could not connect to mirror.invalid:80");

        Diagnostic problem = problem("debian/some");

        assertThat(problem.code()).isEqualTo("apt-no-lists");
        assertThat(problem.message())
                .isEqualTo(
                        "The package lists of 'some' cannot be fetched from"
                                + " http://mirror.invalid/debian.");
        assertThat(problem.causes())
                .containsExactly("E: Failed to fetch x  Could not connect to mirror.invalid:80");
        assertThat(problem.hint()).startsWith("Is there a network?");
    }

    @Test
    void aSuiteThatIsNotThereIsNamed() throws Exception {
        tools.failUpdate(
                "  404  Not Found\nE: The repository 'x none Release' does not have a Release file.");

        Diagnostic problem = problem("debian/none");

        assertThat(problem.code()).isEqualTo("apt-no-suite");
        assertThat(problem.message())
                .isEqualTo("There is no suite 'none' at http://mirror.invalid/debian.");
        assertThat(problem.hint()).contains("bookworm (6.1)");
    }

    @Test
    void aPatternThatMatchesNothingIsToldWhatThereIs() throws Exception {
        Diagnostic problem = problem("debian/some/linux-image-5.*");

        assertThat(problem.code()).isEqualTo("apt-no-package");
        assertThat(problem.message())
                .isEqualTo("No kernel package of 'some' for arm64 matches 'linux-image-5.*'.");
        assertThat(problem.causes())
                .containsExactly(
                        "It has linux-image-6.10-arm64, linux-image-6.10-cloud-arm64,"
                                + " linux-image-6.9-cloud-arm64.");
    }

    @Test
    void aFailedDownloadLeavesNothing() throws Exception {
        tools.script(
                "apt-get",
                """
                case "$1 $2" in
                indextargets*) echo http://mirror.invalid/debian/ ;;
                *download) echo 'E: Hash Sum mismatch'; exit 100 ;;
                esac
                """);

        Diagnostic problem = problem("debian/some");

        assertThat(problem.code()).isEqualTo("apt-download");
        assertThat(problem.message())
                .isEqualTo("linux-image-6.10-cloud-arm64 6.10-1 cannot be downloaded.");
        assertThat(problem.causes()).containsExactly("E: Hash Sum mismatch");
        assertThat(temporary.resolve("cache/packages")).isEmptyDirectory();
    }

    @Test
    void aMachineWithoutAptSaysSo() throws Exception {
        Files.delete(tools.directory().resolve("apt-get"));

        assertThat(problem("debian/some").message())
                .isEqualTo("There is no apt to download a kernel with.");
    }

    @Test
    void aMachineWithoutAMirrorOfDebianSaysSo() throws Exception {
        tools.script("apt-get", "echo http://mirror.invalid/ubuntu/");

        assertThat(problem("debian/some").code()).isEqualTo("apt-no-mirror");
    }

    @Test
    void aptThatFailsIsQuoted() throws Exception {
        tools.script("apt-cache", "echo 'E: The cache is broken'; exit 100");

        assertThat(problem("debian/some").toString())
                .startsWith("apt failed at listing packages. [apt-failed]")
                .contains("E: The cache is broken");
    }

    @Test
    void aPackageWithoutAKernelIsNamed() throws Exception {
        tools.script("dpkg-deb", "mkdir -p $3/usr");

        assertThat(problem("debian/some").message())
                .startsWith("There is no kernel in 'linux-image-6.10-cloud-arm64_arm64.deb'");
    }

    private KernelImage open(String address, Instant now) throws CandidateUnavailable {
        Command command =
                new Command(
                        Optional.of(tools.directory()),
                        said::add,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2));
        Cache cache = new Cache(temporary.resolve("cache"));
        return new Kernels(cache, command, Clock.fixed(now, ZoneOffset.UTC)).open(address);
    }

    private Diagnostic problem(String address) {
        return catchThrowableOfType(CandidateUnavailable.class, () -> open(address, NOW))
                .diagnostic();
    }
}
