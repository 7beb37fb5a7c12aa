package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;

/** What is wrong in the context of programs at exit, by a second observer. */
@Tag("qemu")
class ExitContextFindingsTest {
    /** What the trampoline of the return leaves out. */
    private static final List<String> RESIDUE = List.of("x8", "x30", "sp");

    static Stream<String> addresses() {
        return Scene.addresses();
    }

    /** Of the ways in which the kit has functions called, one each; each has another frame. */
    private static List<Target> targets(Scene scene) {
        Stream<Target> everywhere =
                Stream.of(Role.LEAF, Role.CHAIN, Role.RECURSIVE).map(scene::target);
        Stream<Target> perhaps =
                Stream.of(Role.STACK_ARGUMENTS, Role.CALLEE_SAVED)
                        .flatMap(role -> scene.find(role).stream());
        return Stream.concat(everywhere, perhaps).toList();
    }

    private static Probe program(ProbeKind kind, Target target) {
        Probe bare = Probe.of("program", kind, target.name());
        Probe exit = bare.onExit(new Action.Capture("context"));
        return kind != ProbeKind.MULTI ? exit.onEntry(new Action.Read("entry", "sp")) : exit;
    }

    private static List<ProbeKind> kinds(Scene scene) {
        return scene.hasFprobeEvents()
                ? List.of(ProbeKind.MULTI, ProbeKind.SESSION, ProbeKind.FPROBE)
                : List.of(ProbeKind.MULTI, ProbeKind.SESSION);
    }

    private static RegisterFile context(List<Event> events) {
        List<RegisterFile> exits =
                events.stream()
                        .filter(event -> event.side() == Side.EXIT)
                        .map(event -> event.find("context", Observation.Captured.class))
                        .map(captured -> captured.orElseThrow().registers())
                        .toList();
        assertThat(exits).hasSize(1);
        return exits.get(0);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void sp_at_exit_is_not_the_sp_at_the_return(String address) throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasExits(), "This kernel has no programs at exit.");
            Evidence evidence = new Evidence("exit-sp", scene.release());
            for (Target target : targets(scene)) {
                evidence.part(
                        "%s, returning to %s",
                        target.name(), scene.name(Scene.returnAddress(target)));
                ProbeEvent event = scene.atReturn(target, "sp", "x29", "pc");
                Traced truth = scene.witnessed(target, event).get(0);
                evidence.say("  kprobe event alone:");
                evidence.say("    %s", event.definition());
                evidence.say("    %s", truth.line());
                for (ProbeKind kind : kinds(scene)) {
                    for (int run = 1; run <= 2; run++) {
                        RegisterFile context =
                                context(scene.programs(target, program(kind, target)));
                        evidence.say(
                                "  %s alone, run %d: sp=0x%x x29=0x%x pc=0x%x",
                                kind,
                                run,
                                context.get("sp"),
                                context.get("x29"),
                                context.get("pc"));
                        assertThat(context.get("x29")).isEqualTo(truth.value("x29"));
                        assertThat(context.get("pc")).isEqualTo(truth.value("pc"));
                        assertThat(context.get("sp"))
                                .as("If sp is right, the finding is outdated.")
                                .isNotEqualTo(truth.value("sp"));
                    }
                }
            }
            evidence.write();
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void x8_and_x30_at_exit_are_what_the_stack_held(String address) throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasExits(), "This kernel has no programs at exit.");
            Evidence evidence = new Evidence("exit-residue", scene.release());
            for (Target target : targets(scene)) {
                evidence.part(
                        "%s, returning to %s",
                        target.name(), scene.name(Scene.returnAddress(target)));
                for (int run = 1; run <= 2; run++) {
                    RegisterFile context =
                            context(scene.programs(target, program(ProbeKind.MULTI, target)));
                    evidence.say("  MULTI program alone, run %d:", run);
                    tell(scene, evidence, context.only(RESIDUE));
                }
            }
            residue(scene, evidence);
            poison(scene, evidence);
            evidence.write();
        }
    }

    /** Of a leaf it is known what was on the stack: the frame of the trampoline at entry. */
    private static void residue(Scene scene, Evidence evidence) {
        Target target = scene.target(Role.LEAF);
        ProbeEvent event = scene.atReturn(target, "x8", "x30", "sp");
        Traced truth = scene.witnessed(target, event).get(0);
        evidence.part("%s, seen by a kprobe event alone:", target.name());
        evidence.say("    %s", event.definition());
        evidence.say("    %s", truth.line());
        for (int run = 1; run <= 2; run++) {
            RegisterFile context =
                    context(scene.programs(target, program(ProbeKind.MULTI, target)));
            for (String register : List.of("x8", "x30")) {
                assertThat(context.get(register))
                        .as("If %s is zero or true, the finding is outdated.", register)
                        .isNotIn(0L, truth.value(register));
            }
            assertThat(context.get("x8")).as("sp, by ftrace_caller").isEqualTo(truth.value("sp"));
            assertThat(context.get("x30"))
                    .as("its return address, by ftrace_caller")
                    .isEqualTo(target.resumeAddress());
        }
    }

    /** An exception leaves its own frame where the set of the trampoline will be. */
    private static void poison(Scene scene, Evidence evidence) {
        Target target = scene.target(Role.LEAF);
        Probe probe = program(ProbeKind.MULTI, target);
        ProbeEvent event = scene.atLastInstruction(target);
        evidence.part("%s, and beside the program a kprobe event that", target.name());
        evidence.say("changes no register, but leaves other things on the stack:");
        evidence.say("    %s", event.definition());
        // before the first event: what one has left may still be there when it is removed
        RegisterFile alone = context(scene.programs(target, probe));
        for (int run = 1; run <= 2; run++) {
            RegisterFile beside = context(scene.programsBeside(event, target, probe));
            evidence.say("  MULTI program, run %d:", run);
            tell(scene, evidence, beside.only(RESIDUE));
            for (String register : List.of("x0", "x29", "pc")) {
                assertThat(beside.get(register)).isEqualTo(alone.get(register));
            }
            for (String register : List.of("x30", "sp")) {
                assertThat(beside.get(register))
                        .as("If %s is not from the stack, the finding is outdated.", register)
                        .isNotEqualTo(alone.get(register));
            }
        }
    }

    private static void tell(Scene scene, Evidence evidence, RegisterFile context) {
        for (String register : context.names()) {
            long value = context.get(register);
            evidence.say("    %-4s 0x%x %s", register, value, scene.name(value));
        }
    }
}
