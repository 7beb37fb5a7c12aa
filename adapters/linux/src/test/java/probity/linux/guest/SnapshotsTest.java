package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.agent.Agent;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.image.Cache;
import probity.linux.image.KernelImage;

/** Guests from saved states. */
@Tag("qemu")
class SnapshotsTest {
    @TempDir Path temporary;

    static Stream<String> kernels() {
        return Live.addresses();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aGuestIsBootedOnceAndRestoredFromThenOn(String address) throws Exception {
        KernelImage kernel = Live.kernel(address);
        Qemu qemu = Live.qemu();
        GuestOptions options = GuestOptions.defaults();
        List<String> said = new ArrayList<>();
        Snapshots snapshots = new Snapshots(new Cache(temporary), new Marking(""), said::add);
        Path state = snapshots.state(qemu, kernel, options);

        try (Guest booted = snapshots.start(qemu, kernel, options)) {
            assertThat(state).isRegularFile();
            serves(booted); // it goes on after it was saved
            booted.calls(Agent.MAIN).writeText("/tmp/trace", "left", SystemCalls.O_CREAT);
        }
        assertThat(said).hasSize(1).first().asString().startsWith("Booting ");
        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            try (Guest restored = snapshots.start(qemu, kernel, options)) {
                Live.say(
                        "restored after %d ms from %d MB"
                                .formatted(
                                        (System.nanoTime() - begin) / 1_000_000,
                                        Files.size(state) >> 20));
                serves(restored);
                assertThat(
                                restored.calls(Agent.MAIN)
                                        .call(
                                                SystemCall.MKDIRAT,
                                                -100,
                                                0)) // a null path is refused, not fatal
                        .isEqualTo(-14);
                restored.agent().spawn(1);
            }
        }
        assertThat(said).hasSize(1);
        try (Stream<Path> files = Files.list(state.getParent())) {
            assertThat(files).containsExactly(state);
        }

        Files.write(state, new byte[] {1, 2, 3});
        try (Guest again = snapshots.start(qemu, kernel, options)) {
            serves(again);
        }
        assertThat(said)
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("A saved guest is of no use: ");
        assertThat(Files.size(state)).isGreaterThan(1 << 20);
    }

    @Test
    void aPreparationIsDoneOnceAndIsInEveryGuestThatStartsFromTheState() throws Exception {
        KernelImage kernel = Live.kernel(kernels().findFirst().orElseThrow());
        Cache cache = new Cache(temporary);
        List<String> said = new ArrayList<>();
        Marking marking = new Marking("first");
        Snapshots snapshots = new Snapshots(cache, marking, said::add);
        for (int i = 0; i < 3; i++) {
            try (Guest guest = snapshots.start(Live.qemu(), kernel, GuestOptions.defaults())) {
                assertThat(guest.calls(Agent.MAIN).readText(Marking.FILE)).isEqualTo("first");
            }
        }
        assertThat(marking.times).isEqualTo(1);

        Snapshots others = new Snapshots(cache, new Marking("second"), said::add);
        try (Guest guest = others.start(Live.qemu(), kernel, GuestOptions.defaults())) {
            assertThat(guest.calls(Agent.MAIN).readText(Marking.FILE)).isEqualTo("second");
        }
        assertThat(said).hasSize(2).allMatch(line -> line.startsWith("Booting "));
    }

    static Stream<Consumer<SystemCalls>> harm() {
        return Stream.of(SnapshotsTest::panic, SnapshotsTest::warn);
    }

    private static void panic(SystemCalls calls) {
        calls.writeText("/proc/sysrq-trigger", "c", 0);
    }

    private static void warn(SystemCalls calls) {
        long socket = KernelWarning.socket(calls);
        Scratch scratch = calls.scratch();
        long header = scratch.put(KernelWarning.header());
        calls.call(scratch, SystemCall.SENDMSG, socket, header, 0);
    }

    @ParameterizedTest
    @MethodSource("harm")
    void aKernelThatDoesNotBearItsPreparationGoesWithout(Consumer<SystemCalls> harm)
            throws Exception {
        KernelImage kernel = Live.kernel("debian/trixie");
        List<String> said = new ArrayList<>();
        Preparation harmful =
                new Marking("marked") {
                    @Override
                    public void prepare(Guest guest) {
                        super.prepare(guest);
                        guest.watching(
                                () -> {
                                    harm.accept(guest.calls(Agent.MAIN));
                                    return true;
                                });
                    }
                };
        Snapshots snapshots = new Snapshots(new Cache(temporary), harmful, said::add);
        for (int i = 0; i < 2; i++) {
            try (Guest guest = snapshots.start(Live.qemu(), kernel, GuestOptions.defaults())) {
                serves(guest);
                assertThatThrownBy(() -> guest.calls(Agent.MAIN).readText(Marking.FILE))
                        .hasMessageContaining("ENOENT");
            }
        }
        assertThat(said)
                .hasSize(2)
                .last(STRING)
                .startsWith("Its preparation is left out, as it came to grief: ");
    }

    /** Leaves a file. */
    private static class Marking implements Preparation {
        static final String FILE = "/tmp/mark";

        private final String text;
        private int times;

        Marking(String text) {
            this.text = text;
        }

        @Override
        public String identity() {
            return text;
        }

        @Override
        public void prepare(Guest guest) {
            times++;
            guest.calls(Agent.MAIN).writeText(FILE, text, SystemCalls.O_CREAT);
        }
    }

    @Test
    void twoThatStartAtTheSameTimeWithoutAStateBootOnce() throws Exception {
        KernelImage kernel = Live.kernel(kernels().findFirst().orElseThrow());
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        Snapshots snapshots = new Snapshots(new Cache(temporary), new Marking(""), said::add);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<Guest> start =
                () -> {
                    together.await();
                    return snapshots.start(Live.qemu(), kernel, GuestOptions.defaults());
                };
        try {
            List<Future<Guest>> both = List.of(threads.submit(start), threads.submit(start));
            try (Guest one = both.get(0).get();
                    Guest other = both.get(1).get()) {
                serves(one);
                serves(other);
                assertThat(one.pid()).isNotEqualTo(other.pid());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(said).singleElement().asString().startsWith("Booting ");
    }

    private static void serves(Guest guest) {
        assertThat(guest.agent().call(Agent.MAIN, SystemCall.GETPID)).isEqualTo(1);
        assertThat(guest.calls(Agent.MAIN).readText("/proc/self/comm")).isEqualTo("init\n");
    }
}
