package probity.linux.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.agent.Agent;
import probity.linux.agent.FakeAgent;
import probity.linux.agent.Hello;
import probity.linux.agent.Mount;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.handler.HandlerCompiler;
import probity.linux.bpf.handler.HandlerMaps;
import probity.linux.bpf.handler.LogLayout;
import probity.linux.bpf.handler.SessionCalls;

/** An agent whose system calls all succeed, but for those that a test lets fail; it notes them. */
final class FakeCalls implements AutoCloseable {
    private static final long BUFFER = 0x10_0000;
    private static final int SIZE = 1 << 20;
    private static final int POKE = 3;
    private static final int PEEK = 2;

    /** In order: {@code bpf 28}, {@code openat /sys/…}, {@code close 14}. */
    final List<String> said = new ArrayList<>();

    /** What a call answers whose text begins so. */
    final Map<String, Long> answers = new HashMap<>();

    String profile = "";

    /** What {@code dynamic_events} says. */
    String definitions = "";

    /** What a link tells in BPF_OBJ_GET_INFO_BY_FD, where it is asked for. */
    byte[] info = {};

    private final byte[] memory = new byte[SIZE];
    private final Map<Long, String> unread = new HashMap<>();
    private int files = 10;
    private int kept = Programs.KEPT;
    private final FakeAgent fake = new FakeAgent(this::serve);
    final Agent agent = new Agent(fake, Duration.ofMinutes(1));
    final SystemCalls calls =
            new SystemCalls(
                    agent,
                    new Hello(4096, BUFFER, SIZE, 0, Map.of(Mount.PROC, 0)),
                    0,
                    Duration.ofMinutes(1));
    final BpfRequests bpf = new BpfRequests(calls);
    private final Programs programs = new Programs(calls, bpf);
    final TracefsEvents events = new TracefsEvents(calls, TracefsEvents.GROUP);

    /** Hooks of a guest's first instance, with a compiler for a kernel that has sessions. */
    Hooks hooks(Map<String, Long> addresses) {
        said.clear();
        return new Hooks(calls, bpf, programs, events, compiler(), addresses, List.of(90));
    }

    /** Hooks of the next instance of the same guest. */
    Hooks sameHooks() {
        return new Hooks(calls, bpf, programs, events, compiler(), Map.of(), List.of(90));
    }

    private static HandlerCompiler compiler() {
        return new HandlerCompiler(
                        1,
                        new HandlerMaps(3, 4, () -> 5),
                        LogLayout.defaults(),
                        Optional.of(new SessionCalls(71, 72)))
                .attemptingWrites();
    }

    private void serve(FakeAgent.Request request) {
        ByteBuffer payload = request.payload();
        int opcode = request.opcode();
        if (opcode == PEEK) {
            byte[] there = new byte[payload.getInt(8)];
            System.arraycopy(memory, at(payload.getLong(0)), there, 0, there.length);
            fake.answer(request, probity.linux.wire.Opcode.PEEK, there);
        } else if (opcode == POKE) {
            int size = payload.capacity() - Long.BYTES;
            payload.get(Long.BYTES, memory, at(payload.getLong(0)), size);
            fake.answer(request, probity.linux.wire.Opcode.POKE, new byte[0]);
        } else {
            long[] words = new long[7];

            for (int i = 0; i < words.length; i++) {
                words[i] = payload.getLong(i * Long.BYTES);
            }
            fake.result(request, call(words));
        }
    }

    private long call(long[] words) {
        SystemCall call =
                java.util.Arrays.stream(SystemCall.values())
                        .filter(each -> each.number() == words[0])
                        .findFirst()
                        .orElseThrow();
        String text =
                switch (call) {
                    case OPENAT -> call + " " + text(at(words[2]));
                    case WRITE -> call + " " + text(at(words[2]), (int) words[3]).strip();
                    default -> call + " " + words[1];
                };
        said.add(text);
        for (Map.Entry<String, Long> answer : answers.entrySet()) {
            if (text.startsWith(answer.getKey())) {
                return answer.getValue();
            }
        }
        return switch (call) {
            case WRITE -> words[3];
            case OPENAT -> open(text(at(words[2])));
            case READ -> read(words[1], words[2]);
            case PREAD64 -> put(profile, words[2]);
            case CLOSE, IOCTL -> 0;
            case FCNTL -> kept++;
            case BPF -> words[1] == 15 ? info(words[2]) : files++;
            default -> files++;
        };
    }

    private long read(long file, long address) {
        long size = put(unread.get(file), address);
        unread.put(file, "");
        return size;
    }

    private long open(String path) {
        unread.put((long) files, path.endsWith("/dynamic_events") ? definitions : "1234\n");
        return files++;
    }

    /** The attribute points to where the information goes. */
    private long info(long attribute) {
        ByteBuffer words = ByteBuffer.wrap(memory).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        System.arraycopy(info, 0, memory, at(words.getLong(at(attribute) + 8)), info.length);
        return 0;
    }

    private long put(String content, long address) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, memory, at(address), bytes.length);
        return bytes.length;
    }

    private String text(int at) {
        int end = at;
        while (memory[end] != 0) {
            end++;
        }
        return text(at, end - at);
    }

    private String text(int at, int size) {
        return new String(memory, at, size, StandardCharsets.UTF_8);
    }

    private static int at(long address) {
        return (int) (address - BUFFER);
    }

    @Override
    public void close() {
        agent.close();
    }
}
