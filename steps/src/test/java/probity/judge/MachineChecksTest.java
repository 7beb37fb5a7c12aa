package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.AGAIN;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.kretprobe;
import static probity.judge.toy.Toy.call;
import static probity.judge.toy.Toy.target;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.judge.toy.ToyKernel;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Capability;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Irregularity;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.TrampolineRun;

/** The checks on what the machine saw, on nested hits and on faults; each right and wrong. */
class MachineChecksTest {
    private static final Plan.Step BOTH = attach(fprobe("leaf").onEntry().onExit());
    private static final List<TrampolineRun> NONE = List.of();

    private static UnaryOperator<Execution> irregular(Irregularity.Kind kind, String text) {
        long sp = 0xffff_8000_0800_0008L;
        return Spoil.machine(
                List.of(new Irregularity(kind, 0, ToyKernel.TRAMPOLINE, sp, text)), NONE);
    }

    @Test
    void stackWrites() {
        String text = "hook_entry writes above the stack pointer that it was reached with.";
        CheckCase.of(Check.STACK_WRITES)
                .plan(BOTH, call("leaf"))
                .holds()
                .finds(
                        irregular(Irregularity.Kind.STACK_WRITE, text),
                        "STACK_WRITES: At 0xffff8000000a0000 (task 0), a trampoline's write "
                                + "to the stack should be below the sp that it was reached with but is "
                                + "0xffff800008000008 ('hook_entry writes above the stack pointer that "
                                + "it was reached with.').")
                .isBlindOn(
                        new ToyDescription().without(Capability.SEES_STACK),
                        "Writes to stacks are not watched.");
    }

    @Test
    void stackAlignment() {
        String text = "hook_entry calls with a misaligned stack pointer.";
        CheckCase.of(Check.STACK_ALIGNMENT)
                .plan(BOTH, call("leaf"))
                .holds()
                .finds(
                        irregular(Irregularity.Kind.MISALIGNED_SP, text),
                        "STACK_ALIGNMENT: At 0xffff8000000a0000 (task 0), the stack pointer "
                                + "should be 16-byte aligned but is 0xffff800008000008 ('hook_entry "
                                + "calls with a misaligned stack pointer.').");
    }

    @Test
    void kretprobeTrampoline() {
        TrampolineRun run = new TrampolineRun("kretprobe_trampoline", Side.EXIT, 1, 1, 1);
        CheckCase.of(Check.KRETPROBE_TRAMPOLINE)
                .plan(BOTH, call("leaf"))
                .holds()
                .finds(
                        Spoil.machine(List.of(), List.of(run)),
                        "KRETPROBE_TRAMPOLINE: At a return, the trampoline should be none of "
                                + "kretprobe, which nobody has attached but is kretprobe_trampoline.");
    }

    @Test
    void codeRestored() {
        UnaryOperator<Bytes> patched =
                code -> {
                    byte[] bytes = code.toArray();
                    bytes[4] = 0x5a;
                    return Bytes.of(bytes);
                };
        CheckCase.of(Check.CODE_RESTORED)
                .plan(BOTH, call("leaf"), new Plan.Detach("p"))
                .holds()
                .findsIn(
                        Toy.plain().spoilCode("leaf", patched),
                        "CODE_RESTORED: In the code of leaf, the word at +0x4/0x10 should be "
                                + "0x5e5e5e5e but is 0x5e5e5e5a.")
                .findsIn(
                        Toy.plain().spoilCode("outer", patched), // which nobody has hooked
                        "CODE_RESTORED: In the code of outer, the word at +0x4/0x10 should be "
                                + "0x7b7b7b7b but is 0x7b7b7b5a.")
                .isBlindOn(
                        new ToyDescription().without(Capability.SEES_CODE), "Code is not shown.");
        assertThat(Toy.plain().spoilCode("leaf", patched).judge(BOTH, call("leaf")).differences())
                .as("while the probe is attached the site is patched")
                .isEmpty();
    }

    @Test
    void symbolsGone() {
        ToyDescription removed =
                new ToyDescription().stage(Stage.REMOVED).without(ProbeKind.KRETPROBE);
        CheckCase.of(Check.SYMBOLS_GONE)
                .on(removed)
                .plan(attach(kretprobe("leaf").onExit()))
                .holds()
                .isBlindOn(
                        new ToyDescription()
                                .stage(Stage.REMOVED)
                                .without(ProbeKind.KRETPROBE)
                                .without(Capability.SEES_SYMBOLS),
                        "Symbols are not shown.");
        CheckCase.of(Check.SYMBOLS_GONE)
                .plan(attach(kretprobe("leaf").onExit()))
                .findsIn(
                        Toy.of(removed).keepSymbols(),
                        "SYMBOLS_GONE: Among the implementation's symbols, the list of "
                                + "kretprobe trampolines should be empty but is kretprobe_trampoline.");
    }

    @Test
    void handlerFaults() {
        Probe faults = fprobe("leaf").onEntry(CAPTURE, new Action.Fault(), AGAIN).onExit();
        CheckCase.of(Check.HANDLER_FAULTS)
                .plan(attach(faults), call("leaf"))
                .holds()
                .finds(
                        Spoil.observed(
                                0,
                                seen ->
                                        seen instanceof Observation.Faulted
                                                ? new Observation.Captured(
                                                        AGAIN.label(),
                                                        RegisterFile.empty(Architecture.ARM64))
                                                : seen),
                        "HANDLER_FAULTS: At the entry of leaf (probe p, task 0, event 0), what the"
                                + " handler does after its fault should be nothing but is "
                                + AGAIN.label()
                                + ".");
    }

    @Test
    void nestedHits() {
        Action call = new Action.Call("n", "leaf", MagicValues.forCall(target("leaf"), 9));
        Probe calls = fprobe("leaf").onEntry(call).onExit();
        Probe other = fprobe("leaf").onEntry().onExit().withName("q");
        CheckCase.of(Check.NESTED_HITS)
                .plan(attach(calls), attach(other), call("leaf"))
                .holds()
                .finds(
                        called(
                                result ->
                                        new CallResult(
                                                Ending.BUDGET,
                                                Optional.empty(),
                                                Bytes.none(),
                                                "Too long.",
                                                List.of())),
                        "NESTED_HITS: At the entry of leaf (probe p, task 0, event 0), the "
                                + "handler's call of leaf should be RETURNED but is BUDGET (Too long.).")
                .finds(
                        called(
                                result ->
                                        new CallResult(
                                                Ending.RETURNED,
                                                result.after().map(f -> f.with("x0", 0xbad)),
                                                Bytes.none(),
                                                "",
                                                List.of())),
                        "NESTED_HITS: At the entry of leaf (probe p, task 0, event 0), the "
                                + "result in x0 of the handler's call of leaf should be "
                                + "0xd80ba70f3b07020e but is 0xbad.");
    }

    @Test
    void anExitOfANestedHitWithoutItsEntry() {
        Action call = new Action.Call("n", "leaf", MagicValues.forCall(target("leaf"), 9));
        Probe calls = fprobe("inner").onEntry(call);
        Probe other = fprobe("leaf").onEntry().onExit().withName("q");
        CheckCase.of(Check.NESTED_HITS)
                .plan(attach(calls), attach(other), call("inner"))
                .holds()
                .findsIn(
                        Toy.plain()
                                .spoil(Spoil.missing(1))
                                .spoilAgain(Spoil.missing(1))
                                .spoilCounts(Counted::nothing),
                        "NESTED_HITS: At the exit of leaf (probe q, task 0, event 2), the "
                                + "exit of a hit from inside a handler should be preceded by its entry "
                                + "but is without entry.");
    }

    private static UnaryOperator<Execution> called(UnaryOperator<CallResult> fault) {
        return Spoil.observed(
                0,
                seen ->
                        seen instanceof Observation.Called called
                                ? new Observation.Called(
                                        called.label(),
                                        called.function(),
                                        fault.apply(called.result()))
                                : seen);
    }
}
