package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import probity.judge.toy.ToyDescription;
import probity.spi.ContextPolicy;
import probity.spi.FieldState;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.Unsaved;

/** Descriptions and release lines, right and wrong. */
class DeclarationsTest {
    private static void right(ToyDescription description, Check check) {
        Findings findings = Declarations.check(description.build());
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.compared(check)).isPositive();
    }

    private static void wrong(ToyDescription description, String... differences) {
        assertThat(texts(Declarations.check(description.build()))).containsExactly(differences);
    }

    private static List<String> texts(Findings findings) {
        return findings.differences().stream().map(Difference::toString).toList();
    }

    private static ToyDescription removed() {
        return new ToyDescription().stage(Stage.REMOVED).without(ProbeKind.KRETPROBE);
    }

    @Test
    void stage() {
        right(new ToyDescription(), Check.STAGE);
        right(removed(), Check.STAGE);
        wrong(
                new ToyDescription().stage(Stage.REMOVED, "systemtap"),
                "STAGE: At the declared stage 3 (REMOVED), kretprobe should be not offered but is"
                        + " offered.",
                "STAGE: At the declared stage 3 (REMOVED), the list of users that still need"
                        + " kretprobe should be empty but is systemtap.");
        right(new ToyDescription().without(ProbeKind.FPROBE), Check.STAGE); // programs show it
        wrong(
                new ToyDescription()
                        .without(ProbeKind.FPROBE)
                        .without(ProbeKind.MULTI)
                        .without(ProbeKind.SESSION)
                        .stage(Stage.MIGRATED),
                "STAGE: At the declared stage 2 (MIGRATED), an fprobe exit handler should be"
                        + " offered but is not offered.");
        wrong(
                new ToyDescription().stage(Stage.LEGACY),
                "STAGE: At the declared stage 0 (LEGACY), a return hook on the light set should be"
                        + " not offered but is offered.");
    }

    @Test
    void sameStructure() {
        right(new ToyDescription(), Check.SAME_STRUCTURE);
        RegisterSet full =
                new ToyDescription().build().set(ProbeKind.KPROBE, Side.ENTRY).orElseThrow();
        wrong(
                new ToyDescription().set(ProbeKind.FPROBE, Side.EXIT, full),
                "SAME_STRUCTURE: In the sets declared for fprobe, the set at exit should be LIGHT"
                        + " but is FULL.");
    }

    @Test
    void sameOffsets() {
        ToyDescription equal =
                new ToyDescription()
                        .offset(ProbeKind.FPROBE, Side.ENTRY, "x1", 8)
                        .offset(ProbeKind.FPROBE, Side.EXIT, "x1", 8);
        right(equal, Check.SAME_STRUCTURE);
        wrong(
                equal.offset(ProbeKind.FPROBE, Side.EXIT, "x1", 72)
                        .offset(ProbeKind.FPROBE, Side.ENTRY, "pc", 104)
                        .offset(ProbeKind.FPROBE, Side.EXIT, "pc", 256),
                "SAME_STRUCTURE: In the sets declared for fprobe, the offset of x1 at exit should be"
                        + " 8 as at entry but is 72.",
                "SAME_STRUCTURE: In the sets declared for fprobe, the offset of pc at exit should be"
                        + " 104 as at entry but is 256.");
    }

    @Test
    void anOffsetAtOneSideHasNothingToDifferFrom() {
        right(
                new ToyDescription()
                        .offset(ProbeKind.FPROBE, Side.ENTRY, "x8", 64)
                        .offset(ProbeKind.FPROBE, Side.EXIT, "x7", 64),
                Check.SAME_STRUCTURE);
    }

    @Test
    void sameKprobeSet() {
        right(new ToyDescription(), Check.SAME_KPROBE_SET);
        RegisterSet light =
                new ToyDescription().build().set(ProbeKind.FPROBE, Side.EXIT).orElseThrow();
        wrong(
                new ToyDescription().set(ProbeKind.KRETPROBE, Side.EXIT, light),
                "SAME_KPROBE_SET: In the sets declared for kprobe and kretprobe, kretprobe's should"
                        + " be FULL but is LIGHT.");
    }

    @Test
    void fieldsThatHandlersAreOwed() {
        wrong(
                new ToyDescription()
                        .field(ProbeKind.SESSION, Side.ENTRY, "x5", FieldState.UNPOPULATED),
                "ENTRY_FIELDS: In the set declared for session at entry, x5 should be populated but"
                        + " is unpopulated.");
        wrong(
                new ToyDescription()
                        .field(ProbeKind.FPROBE, Side.EXIT, "sp", FieldState.UNPOPULATED),
                "EXIT_FIELDS: In the set declared for fprobe at exit, sp should be populated but is"
                        + " unpopulated.");
    }

    @Test
    void fullSets() {
        right(new ToyDescription(), Check.FULL_SET);
        wrong(
                new ToyDescription()
                        .field(ProbeKind.KPROBE, Side.ENTRY, "pstate", FieldState.constant(5)),
                "FULL_SET: In the set declared for kprobe at entry, pstate should be populated but"
                        + " is constant.");
    }

    @Test
    void constants() {
        right(new ToyDescription(), Check.CONSTANT_FIELDS);
        wrong(
                new ToyDescription()
                        .field(ProbeKind.SESSION, Side.EXIT, "pstate", FieldState.constant(0)),
                "CONSTANT_FIELDS: In the set declared for session at exit, constant pstate should"
                        + " be a kernel mode in pstate; no other field is constant but is 0x0.");
    }

    @Test
    void theFullPolicyLeavesNothingUnpopulated() {
        RegisterSet light = RegisterSet.populated(SetKind.CONTEXT, List.of("x0", "x1", "sp", "pc"));
        Findings findings =
                Declarations.check(
                        new ToyDescription()
                                .policy(ContextPolicy.FULL, Unsaved.ZERO)
                                .set(ProbeKind.MULTI, Side.ENTRY, light)
                                .build());
        assertThat(texts(findings))
                .contains(
                        "UNPOPULATED_FIELDS: In the set declared for multi at entry, x19 should be"
                                + " populated under the full policy but is unpopulated.");
    }

    @Test
    void releaseLine() {
        ToyDescription one = new ToyDescription().named("one");
        ToyDescription two = new ToyDescription().named("two").stage(Stage.MIGRATED);
        ToyDescription three = removed().named("three");
        Findings right = ReleaseLine.check(List.of(one.build(), two.build(), three.build()));
        assertThat(right.differences()).isEmpty();
        assertThat(right.compared().keySet())
                .isEqualTo(Set.of(Check.RELEASE_LINE, Check.RELEASE_NOTICE));
        assertThat(texts(ReleaseLine.check(List.of(two.build(), one.build()))))
                .containsExactly(
                        "RELEASE_LINE: In release 1 of the line (one), the stage should be at least"
                                + " 2 (MIGRATED) but is 1 (COEXISTING).");
        assertThat(
                        texts(
                                ReleaseLine.check(
                                        List.of(
                                                one.build(),
                                                removed()
                                                        .named("four")
                                                        .stage(Stage.REMOVED, "perf")
                                                        .build()))))
                .containsExactly(
                        "RELEASE_LINE: In release 1 of the line (four), the list of users that still"
                                + " need kretprobe should be empty but is perf.",
                        "RELEASE_NOTICE: In release 1 of the line (four), stage 3 should be preceded"
                                + " by a release at stage 2 but is not.");
    }
}
