package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** Kernels and packages in files, and what is given in their place by mistake. */
class KernelsTest {
    @TempDir Path temporary;

    @Test
    void anImageIsTakenWhereItIs() throws Exception {
        Path image = Files.write(temporary.resolve("Image"), FakeTools.image());

        KernelImage kernel = open(image.toString());

        assertThat(kernel).isEqualTo(KernelImage.bare(image));
        assertThat(temporary.resolve("cache")).doesNotExist();
    }

    @Test
    void aCompressedImageIsExpandedOnce() throws Exception {
        Path image = Files.write(temporary.resolve("Image.gz"), compressed(FakeTools.image()));

        KernelImage kernel = open(image.toString());

        assertThat(kernel.image()).hasBinaryContent(FakeTools.image());
        assertThat(kernel.origin()).isEqualTo(image.toString());
        assertThat(open(image.toString())).isEqualTo(kernel);
    }

    @Test
    void aPackageIsUnpackedOnce() throws Exception {
        Path deb = Files.writeString(temporary.resolve("kernel.deb"), "a package");
        FakeTools tools = FakeTools.in(temporary.resolve("tools"));

        KernelImage kernel = open(deb.toString());
        tools.forget();

        assertThat(kernel.image()).hasBinaryContent(FakeTools.image());
        assertThat(open(deb.toString())).isEqualTo(kernel);
        assertThat(tools.calls()).isEmpty();
    }

    @Test
    void aBrokenPackageIsNamed() throws Exception {
        Path deb = Files.writeString(temporary.resolve("kernel.deb"), "a package");
        FakeTools.in(temporary.resolve("tools"))
                .script("dpkg-deb", "echo 'not a Debian format archive'; exit 2");

        Diagnostic problem = problem(deb.toString());

        assertThat(problem.message()).isEqualTo("dpkg-deb cannot unpack '%s'.".formatted(deb));
        assertThat(problem.causes()).containsExactly("not a Debian format archive");
    }

    @Test
    void aFullDiskIsToldFromABrokenPackage() throws Exception {
        Path deb = Files.writeString(temporary.resolve("kernel.deb"), "a package");
        String said = "dpkg-deb: error: extracting archive: No space left on device";
        FakeTools.in(temporary.resolve("tools"))
                .script("dpkg-deb", "echo '%s'; exit 2".formatted(said));

        Diagnostic problem = problem(deb.toString());

        assertThat(problem.code()).isEqualTo("disk-full");
        assertThat(problem.message())
                .startsWith("There is no room to unpack the kernel: " + temporary.resolve("cache"))
                .containsPattern(" has \\d+ MB left, ");
        assertThat(problem.causes()).containsExactly(said);
        assertThat(temporary.resolve("cache/packages")).isEmptyDirectory();
    }

    @Test
    void withoutDpkgThereAreNoPackages() throws Exception {
        Path deb = Files.writeString(temporary.resolve("kernel.deb"), "a package");

        assertThat(problem(deb.toString()).code()).isEqualTo("dpkg-missing");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsPlace() {
        Diagnostic problem = problem(temporary.resolve("Image").toString());

        assertThat(problem.message()).isEqualTo("There is no kernel 'Image'.");
        assertThat(problem.hint()).contains(temporary.resolve("Image").toString());
    }

    @Test
    void aDirectoryIsNoKernel() {
        assertThat(problem(temporary.toString()).message())
                .isEqualTo("'%s' is not a file.".formatted(temporary));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\u007fELF | It looks like an ELF file; vmlinux is one.",
                "!<arch>   | It looks like a Debian package whose name does not end in .deb.",
                "MZ        | It looks like a kernel or program for EFI, perhaps a compressed one.",
                "some text | It begins with 73 6f 6d 65 20 74 65 78.",
                "''        | It looks like an empty file."
            })
    void whatIsNoKernelIsSaidToBe(String content, String says) throws Exception {
        Path file = temporary.resolve("file");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));

        Diagnostic problem = problem(file.toString());

        assertThat(problem.code()).isEqualTo("kernel-not-arm64");
        assertThat(problem.message())
                .isEqualTo(
                        "'%s' is not an arm64 kernel Image: it has no ARM\\x64 at offset 56. %s"
                                .formatted(file, says));
    }

    @Test
    void aBigEndianKernelIsRefused() throws Exception {
        byte[] image = FakeTools.image();
        image[24] = 1;
        Path file = Files.write(temporary.resolve("Image"), image);

        assertThat(problem(file.toString()).code()).isEqualTo("kernel-big-endian");
    }

    @Test
    void somethingElseBehindGzipIsRefusedToo() throws Exception {
        Path file = Files.write(temporary.resolve("x.gz"), compressed(new byte[] {1, 2, 3}));

        assertThat(problem(file.toString()).code()).isEqualTo("kernel-not-arm64");
    }

    @Test
    void aDamagedGzipIsUnreadable() throws Exception {
        Path file = Files.write(temporary.resolve("x.gz"), new byte[] {0x1f, (byte) 0x8b, 9, 9});

        assertThat(problem(file.toString()).code()).isEqualTo("kernel-unreadable");
    }

    @Test
    void aCacheThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(temporary.resolve("cache"), "a file in its place");
        Path image = Files.write(temporary.resolve("Image.gz"), compressed(FakeTools.image()));

        assertThat(problem(image.toString()).code()).isEqualTo("cache-unusable");
    }

    private KernelImage open(String address) throws CandidateUnavailable {
        Command command =
                new Command(
                        Optional.of(temporary.resolve("tools")),
                        line -> {},
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2));
        return new Kernels(new Cache(temporary.resolve("cache")), command, Clock.systemUTC())
                .open(address);
    }

    private Diagnostic problem(String address) {
        return catchThrowableOfType(CandidateUnavailable.class, () -> open(address)).diagnostic();
    }

    private static byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
