package probity.linux.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.linux.agent.FakeAgent.Request;
import probity.linux.wire.Opcode;
import probity.spi.Bytes;

/** System calls against a little memory and a kernel of a few lines. */
class SystemCallsTest {
    private static final int BASE = 0x450000;
    private static final Hello HELLO = Hello.parse(Bytes.of(HelloTest.payload(1, 0)));

    private final byte[] memory = new byte[1 << 20];
    private final List<String> said = new ArrayList<>();
    private String file = "";
    private FakeAgent fake;
    private final Agent agent = agent();
    private final SystemCalls calls = new SystemCalls(agent, HELLO, 1, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        agent.close();
    }

    @Test
    void aFileIsReadToItsEnd() {
        String content = "content ".repeat(10_000);
        file = content;

        assertThat(calls.readText("/proc/some")).isEqualTo(content);
        assertThat(said).first().isEqualTo("openat /proc/some");
        assertThat(said).last().isEqualTo("close 5");
    }

    @Test
    void aFileIsWrittenInOneCall() {
        calls.writeText("/sys/some", "p:probe vfs_open", SystemCalls.O_APPEND);

        assertThat(said).containsExactly("openat /sys/some", "write p:probe vfs_open", "close 5");
    }

    @Test
    void whatTheKernelRefusesIsNamed() {
        assertThatThrownBy(() -> calls.readFile("/missing"))
                .isInstanceOfSatisfying(
                        SystemCallFailed.class, failed -> assertThat(failed.errno()).isEqualTo(2))
                .hasMessage("The openat of /missing failed with -ENOENT.");
        assertThatThrownBy(() -> calls.write(6, new byte[3]))
                .hasMessage("The write of 3 bytes to descriptor 6 failed with -EBADF.");
    }

    @Test
    void aShortWriteIsAnError() {
        assertThatThrownBy(() -> calls.write(7, new byte[3]))
                .hasMessage("The write of 3 bytes to descriptor 7 wrote only 1.");
    }

    @Test
    void argumentsLieInTheWorkersShare() {
        Scratch scratch = calls.scratch();

        assertThat(scratch.text("abc")).isEqualTo(BASE + 0x10000);
        assertThat(scratch.put(new byte[9])).isEqualTo(BASE + 0x10008);
        assertThat(scratch.room(1)).isEqualTo(BASE + 0x10018);
        assertThatThrownBy(() -> scratch.room(0x10000))
                .hasMessage("A system call's arguments take 65568 bytes; a worker has 65536.");
    }

    private Agent agent() {
        fake = new FakeAgent(this::serve);
        return new Agent(fake, Duration.ofMinutes(1));
    }

    private void serve(Request request) {
        ByteBuffer payload = request.payload();
        switch (request.opcode()) {
            case 2 -> {
                byte[] piece = new byte[payload.getInt(8)];
                System.arraycopy(memory, (int) payload.getLong(0) - BASE, piece, 0, piece.length);
                fake.answer(request, Opcode.PEEK, piece);
            }
            case 3 -> {
                int at = (int) payload.getLong() - BASE;
                payload.get(memory, at, payload.remaining());
                fake.answer(request, Opcode.POKE, new byte[0]);
            }
            default -> fake.result(request, kernel(payload.asLongBuffer()));
        }
    }

    private long kernel(java.nio.LongBuffer call) {
        switch ((int) call.get(0)) {
            case 56 -> {
                String path = text((int) call.get(2)).split("\0")[0];
                said.add("openat " + path);
                return path.equals("/missing") ? -2 : 5;
            }
            case 57 -> said.add("close " + call.get(1));
            case 63 -> {
                int size = (int) Math.min(call.get(3), file.length());
                byte[] piece = file.substring(0, size).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(piece, 0, memory, (int) call.get(2) - BASE, size);
                file = file.substring(size);
                return size;
            }
            case 64 -> {
                said.add("write " + text((int) call.get(2)).substring(0, (int) call.get(3)));
                return call.get(1) == 5 ? call.get(3) : call.get(1) == 7 ? 1 : -9;
            }
            default -> throw new IllegalArgumentException("system call " + call.get(0));
        }
        return 0;
    }

    private String text(int address) {
        return new String(memory, address - BASE, 4096, StandardCharsets.UTF_8);
    }
}
