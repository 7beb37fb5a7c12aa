package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.abi.LittleEndian;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.Assembler;
import probity.linux.bpf.Condition;
import probity.linux.bpf.HelperFunction;
import probity.linux.bpf.Program;
import probity.linux.bpf.Register;
import probity.linux.bpf.Width;
import probity.linux.bpf.call.AttachType;
import probity.linux.bpf.call.MapCalls;
import probity.linux.bpf.call.ProgramCalls;
import probity.linux.perf.PerfOpen;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Target;

class StackPoisonTest {
    private static final long WORD = Long.BYTES;

    /** More than a hook takes for the registers that it saves, the frame of a kprobe excepted. */
    private static final long FRAME = 176;

    /** What is looked at below a function's stack, in bytes. */
    private static final int BELOW = 1024;

    /** The offset of sp in {@code struct pt_regs}. */
    private static final int SP = 248;

    static Stream<String> addresses() {
        return Scene.addresses();
    }

    @Test
    void a_word_tells_its_seed_and_its_number() {
        assertThat(StackPoison.word(1, 3)).isEqualTo(0x5eed_9e37_79b9_0003L);
        assertThat(StackPoison.word(2, 3)).isEqualTo(0x5eed_3c6e_f372_0003L);
    }

    @Tag("qemu")
    @ParameterizedTest
    @MethodSource("addresses")
    void functions_find_the_words_of_the_seed_below_their_stack(String address) throws Exception {
        try (Workshop workshop = new Workshop(address)) {
            Map<Long, Integer> first = words(workshop, 1);
            Map<Long, Integer> second = words(workshop, 2);

            // each program leaves them in one piece, which is in the same place each time
            SortedMap<Integer, Long> tops = tops(first);
            assertThat(tops(second)).isEqualTo(tops);
            // the pieces are one, in which a hook on a leaf saves registers
            assertThat(tops).containsOnlyKeys(0, 2, 4);
            long high = tops.get(0);
            long low = high;
            for (Map.Entry<Integer, Long> piece : tops.entrySet()) {
                assertThat(piece.getValue()).isBetween(low, high);
                low = piece.getValue() - StackPoison.bytes(piece.getKey());
            }
            for (Target leaf : leaves(workshop)) {
                long sp = leaf.fixedArguments().orElseThrow().get("sp");
                assertThat(high).isGreaterThanOrEqualTo(sp);
                assertThat(low).isLessThanOrEqualTo(sp - FRAME);
            }
        }
    }

    /** By the callers of a program, where the word before its first one would be. */
    private static SortedMap<Integer, Long> tops(Map<Long, Integer> words) {
        SortedMap<Integer, Long> tops = new TreeMap<>();
        words.forEach(
                (address, number) -> {
                    int callers = number / StackPoison.before(1);
                    long top = address + (number - StackPoison.before(callers)) * WORD;
                    assertThat(tops.getOrDefault(callers, top)).isEqualTo(top);
                    tops.put(callers, top);
                });
        return tops;
    }

    private static List<Target> leaves(Workshop workshop) throws Exception {
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            return instance.targets().stream().filter(t -> t.role() == Role.LEAF).toList();
        }
    }

    /** The numbers of the words under a seed that targets find below their stack, by address. */
    private static Map<Long, Integer> words(Workshop workshop, long seed) throws Exception {
        Options options = Options.defaults().withPoison(seed);
        Map<Long, Integer> found = new TreeMap<>();
        try (Instance instance = workshop.candidate().start(options)) {
            SystemCalls calls = workshop.guest().calls(Agent.MAIN);
            try (TracefsEvents events = new TracefsEvents(calls, "below")) {
                Spade spade = new Spade(new BpfRequests(calls), calls, events);
                for (Target target : instance.targets()) {
                    RegisterFile arguments = target.fixedArguments().orElseThrow();
                    Plan call = Plan.of(new Plan.Call(0, 0, target.name(), arguments, List.of()));
                    List<Long> below = spade.below(target, () -> instance.run(call));
                    for (int i = 0; i < below.size(); i++) {
                        int number = (int) (below.get(i) & 0xffff);
                        if (below.get(i) == StackPoison.word(seed, number)) {
                            found.put(arguments.get("sp") - BELOW + i * WORD, number);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Digs below the stack of functions, by a kprobe at their first instruction. */
    private record Spade(BpfRequests bpf, SystemCalls calls, TracefsEvents events) {
        List<Long> below(Target target, Runnable call) throws Exception {
            int map = bpf.require(MapCalls.createArray("below", BELOW, 1), "map of a stack");
            int program =
                    bpf.require(
                            ProgramCalls.load("below", copy(map), AttachType.NONE),
                            "load of a program that copies a stack");
            ProbeEvent event = events.define(ProbeEvent.Kind.KPROBE, target.name(), 0);
            int perf =
                    BpfRequests.succeeded(
                            bpf.open(PerfOpen.tracepoint(events.id(event))), "kprobe");
            BpfRequests.succeeded(
                    calls.call(SystemCall.IOCTL, perf, PerfOpen.SET_PROGRAM, program), "program");
            BpfRequests.succeeded(calls.call(SystemCall.IOCTL, perf, PerfOpen.ENABLE, 0), "kprobe");
            call.run();
            byte[] below = bpf.output(MapCalls.lookup(map, 0, BELOW), "copy of a stack");
            calls.closeAll(List.of(perf, program, map));
            events.remove(event);
            return LittleEndian.words(below);
        }

        private static Program copy(int map) {
            return new Assembler()
                    .move(Register.R6, Register.R1)
                    .store(Width.WORD, Register.FP, -4, 0)
                    .map(Register.R1, map)
                    .stackAddress(Register.R2, -4)
                    .call(HelperFunction.MAP_LOOKUP_ELEM)
                    .jumpIf(Condition.EQUAL, Register.R0, 0, "end")
                    .move(Register.R1, Register.R0)
                    .move(Register.R2, BELOW)
                    .load(Width.DOUBLE, Register.R3, Register.R6, SP)
                    .add(Register.R3, -BELOW)
                    .call(HelperFunction.PROBE_READ_KERNEL)
                    .label("end")
                    .move(Register.R0, 0)
                    .exit()
                    .program();
        }
    }
}
