package probity.linux.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Scripts in the place of apt and dpkg-deb, which know one suite with two kernels. They write down
 * how they were called.
 *
 * @param directory where they are
 */
record FakeTools(Path directory) {
    static FakeTools in(Path directory) throws IOException {
        FakeTools tools = new FakeTools(Files.createDirectories(directory));
        Files.write(directory.resolve("Image"), image());
        tools.script(
                "apt-get",
                """
                case "$1" in
                indextargets) cat <<END
                http://mirror.invalid/debian-security/
                http://mirror.invalid/debian/
                END
                ;;
                -q) case "$2" in
                	update) cat "$here/update" 2>/dev/null; [ ! -e "$here/update" ] ;;
                	download) shift 2; for p; do echo deb >"${p%%=*}_arm64.deb"; done ;;
                	esac ;;
                esac
                """);
        tools.script("apt-config", "echo 'Acquire::http::Proxy \"http://proxy.invalid\";'");
        tools.script(
                "apt-cache",
                """
                case "$1" in
                pkgnames) cat <<END
                linux-base
                linux-image-6.9-cloud-arm64
                linux-image-6.10-cloud-arm64
                linux-image-6.10-arm64
                linux-image-6.10-cloud-arm64-dbg
                END
                ;;
                show) shift; for p; do v=${p#linux-image-}
                	printf 'Package: %s\\nVersion: %s-1\\nDepends: x\\n\\n' "$p" "${v%%-*}"; done ;;
                esac
                """);
        tools.script("dpkg-deb", "mkdir -p $3/boot && cp \"$here/Image\" $3/boot/vmlinuz-6.10");
        return tools;
    }

    /** The beginning of an arm64 kernel, as far as it is looked at. */
    static byte[] image() {
        ByteBuffer header = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        return header.putInt(0, 0x91005a4d).putInt(56, 0x644d5241).array();
    }

    void script(String name, String body) throws IOException {
        Path script = directory.resolve(name);
        Files.writeString(
                script,
                "#!/bin/sh\nhere=%s\necho %s \"$@\" >>\"$here/calls\"\n%s"
                        .formatted(directory, name, body));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Has an update fail, with these complaints. */
    void failUpdate(String complaints) throws IOException {
        Files.writeString(directory.resolve("update"), complaints);
    }

    List<String> calls() throws IOException {
        Path calls = directory.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    void forget() throws IOException {
        Files.deleteIfExists(directory.resolve("calls"));
    }
}
