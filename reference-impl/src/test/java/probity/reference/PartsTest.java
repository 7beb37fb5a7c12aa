package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.reference.Rig.fprobe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.machine.Machine;
import probity.machine.Memory;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Stage;
import probity.spi.Target;

/** The small parts of the hook core, each by itself. */
class PartsTest {
    private final Target leaf = target("leaf");
    private final Target landing = target("leaf_landing");

    private static Target target(String name) {
        return TargetImage.get().targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static AttachedProbe attached(Probe request) {
        return new AttachedProbe(request, new Counting(), new KretprobePool(1));
    }

    private static ShadowFrame frame(Site site, long sp) {
        return new ShadowFrame(site, sp, 0, 1, 2, 3, List.of());
    }

    @Test
    void aShadowStackIsLastInFirstOut() {
        ShadowStack stack = new ShadowStack();
        ShadowFrame outer = frame(new Site(leaf), 0x300);
        ShadowFrame inner = frame(new Site(leaf), 0x200);
        stack.push(outer);
        stack.push(inner);

        assertThat(stack.pending()).containsExactly(inner, outer);
        assertThat(stack.returning(0x300)).isEmpty();
        assertThat(stack.returning(0x200)).contains(inner);
        stack.pop(inner);
        assertThat(stack.returning(0x300)).contains(outer);
    }

    @Test
    void aShadowStackDropsWhatIsBelowTheStackPointer() {
        ShadowStack stack = new ShadowStack();
        ShadowFrame outer = frame(new Site(leaf), 0x300);
        ShadowFrame inner = frame(new Site(leaf), 0x200);
        stack.push(outer);
        stack.push(inner);

        assertThat(stack.dropStale(0x200, false)).isEmpty();
        assertThat(stack.dropStale(0x200, true)).containsExactly(inner);
        assertThat(stack.dropStale(0x301, false)).containsExactly(outer);
        assertThat(stack.pending()).isEmpty();
    }

    @Test
    void aShadowStackIsFullAtItsDepth() {
        ShadowStack stack = new ShadowStack();
        for (int i = 0; i < ShadowStack.DEPTH; i++) {
            assertThat(stack.isFull()).isFalse();
            stack.push(frame(new Site(leaf), 0x1000 - i));
        }
        assertThat(stack.isFull()).isTrue();
        assertThat(stack.clear()).hasSize(ShadowStack.DEPTH);
        assertThat(stack.isFull()).isFalse();
    }

    @Test
    void aPoolHandsOutWhatItHas() {
        KretprobePool pool = new KretprobePool(2);

        assertThat(List.of(pool.take(), pool.take(), pool.take()))
                .containsExactly(true, true, false);
        pool.giveBack();
        assertThat(pool.take()).isTrue();
        assertThat(KretprobePool.defaultSize(4)).isEqualTo(10);
        assertThat(KretprobePool.defaultSize(6)).isEqualTo(12);
    }

    @Test
    void aGuardLetsAProbeInOnce() {
        RecursionGuard guard = new RecursionGuard();
        AttachedProbe a = attached(fprobe("a", "leaf"));
        AttachedProbe b = attached(fprobe("b", "leaf"));

        assertThat(guard.enter(a)).isTrue();
        assertThat(guard.enter(a)).isFalse();
        assertThat(guard.enter(b)).isTrue();
        guard.leave(a);
        assertThat(guard.enter(a)).isTrue();
    }

    @Test
    void entryDataStartsZeroedHoweverOftenItIsReused() {
        Memory memory = new Machine(1).memory();
        EntryDataPool pool = new EntryDataPool();
        pool.prepare(memory, new Poison(1, 1));
        AttachedProbe probe = attached(fprobe("a", "leaf").withData(24));

        EntryData first = pool.take(probe, new Site(leaf));
        EntryData second = pool.take(probe, new Site(leaf));
        assertThat(second.address()).isNotEqualTo(first.address());
        memory.writeLong(first.address(), -1);
        pool.giveBack(first);
        EntryData third = pool.take(probe, new Site(leaf));

        assertThat(third.address()).isEqualTo(first.address());
        assertThat(memory.read(third.address(), 24)).containsOnly(0);
        assertThat(pool.inUse()).isEqualTo(2);
    }

    @Test
    void contextSlotsArePerCpuAndExclusive() {
        Memory memory = new Machine(1).memory();
        ContextSlots slots = new ContextSlots();
        slots.prepare(memory, new Poison(1, 1));

        long first = slots.take(0);
        long nested = slots.take(0);
        long other = slots.take(1);
        assertThat(List.of(first, nested, other)).doesNotHaveDuplicates();
        assertThat(memory.readLong(first)).isNotZero();
        slots.giveBack(first);
        assertThat(slots.take(0)).isEqualTo(first);
        for (int i = 2; i < 32; i++) {
            slots.take(0);
        }
        assertThatThrownBy(() -> slots.take(0))
                .isInstanceOf(KernelPanic.class)
                .hasMessage("All 32 contexts of CPU 0 are in use.");
    }

    @Test
    void thePatcherWritesBothInstructionsAndPutsTheNopsBack() {
        Machine machine = new Machine(1);
        TargetImage.get().image().load(machine, "targets", text -> false);
        Patcher patcher = new Patcher();
        long trampoline = AddressMap.TRAMPOLINES;
        patcher.prepare(machine.memory(), trampoline);
        Site site = new Site(landing);
        AttachedProbe fprobe = attached(fprobe("f", "leaf_landing"));
        AttachedProbe kprobe = attached(Probe.of("k", ProbeKind.KPROBE, "leaf_landing").onEntry());
        int[] before = words(machine.memory());

        site.add(fprobe);
        site.add(kprobe);
        patcher.update(site);
        int[] hooked = words(machine.memory());
        assertThat(hooked[0]).isEqualTo(Patcher.KPROBE_BREAK);
        assertThat(hooked[1]).isEqualTo(Patcher.MOVE_LINK);
        long reached = landing.entryIp() + ((hooked[2] << 6) >> 4);
        assertThat(reached).isEqualTo(trampoline);
        assertThat(patcher.displaced(site)).isEqualTo(before[0]);

        site.remove(kprobe);
        patcher.update(site);
        assertThat(words(machine.memory())[0]).isEqualTo(before[0]);
        site.remove(fprobe);
        patcher.update(site);
        assertThat(words(machine.memory())).isEqualTo(before);
    }

    private int[] words(Memory memory) {
        int[] words = new int[3];
        ByteBuffer.wrap(memory.read(landing.address(), 12))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(words);
        return words;
    }

    @Test
    void missesAreCountedForTheFirstHandlerThatIsMissed() {
        AttachedProbe both = attached(fprobe("a", "leaf"));
        both.counting().missed(both);
        assertThat(both.counting().counts().entriesMissed()).hasValue(1);
        assertThat(both.counting().counts().exitsMissed()).hasValue(0);

        AttachedProbe exit = attached(Probe.of("b", ProbeKind.FPROBE, "leaf").onExit());
        exit.counting().missed(exit);
        assertThat(exit.counting().counts().exitsMissed()).hasValue(1);
    }

    @Test
    void theNoticeIsGivenOnceAndAtStageTwoOnly() {
        Probe kretprobe = Probe.of("k", ProbeKind.KRETPROBE, "leaf").onExit();
        DeprecationNotice notice = new DeprecationNotice();

        assertThat(notice.onAccepted(kretprobe, Stage.COEXISTING)).isEmpty();
        assertThat(notice.onAccepted(fprobe("f", "leaf"), Stage.MIGRATED)).isEmpty();
        assertThat(notice.onAccepted(kretprobe, Stage.MIGRATED)).isPresent();
        assertThat(notice.onAccepted(kretprobe, Stage.MIGRATED)).isEmpty();
    }

    @Test
    void poisonIsReproducibleAndDiffersBySeedAndUse() {
        assertThat(new Poison(1, 2).bytes(20)).isEqualTo(new Poison(1, 2).bytes(20)).hasSize(20);
        assertThat(new Poison(1, 2).next())
                .isNotEqualTo(new Poison(2, 2).next())
                .isNotEqualTo(new Poison(1, 3).next())
                .isNotZero();
    }

    @Test
    void partsAreReplacedOneByOne() {
        Parts parts = new Parts();
        Helpers helpers = new Helpers();
        PerfOutput perf = parts.perf();

        assertThat(parts.helpers(helpers)).isSameAs(parts);
        assertThat(parts.helpers()).isSameAs(helpers);
        assertThat(parts.perf()).isSameAs(perf);
    }

    @Test
    void cookiesFollowTheirFunction() {
        AttachedProbe probe =
                attached(
                        Probe.of("m", ProbeKind.MULTI, "leaf", "chain_a")
                                .onEntry()
                                .withCookies(List.of(7L, 8L)));

        assertThat(probe.cookie("chain_a")).isEqualTo(8);
        assertThat(attached(fprobe("f", "leaf")).cookie("leaf")).isZero();
    }

    @Test
    void anExceptionFramesRecordsLeadToTheCaller() {
        Memory memory = new Machine(1).memory();
        var stack = memory.mapStack("stack", 0xffff_8000_9000_1000L, 0x1000);
        var cpu = new Machine(1).cpu(0);
        cpu.sp(stack.top() - 64);
        cpu.x(29, 0x29);
        cpu.x(30, 0x30);
        cpu.pc(0x1000);

        ExceptionFrame frame = ExceptionFrame.atEntry(memory, cpu);

        long function = frame.here().fp();
        long caller = memory.readLong(function);
        assertThat(memory.readLong(function + 8)).isEqualTo(0x1000);
        assertThat(memory.readLong(caller)).isEqualTo(0x29);
        assertThat(memory.readLong(caller + 8)).isEqualTo(0x30);
        assertThat(caller + 16).isLessThanOrEqualTo(cpu.sp());
        assertThat(frame.set().read("sp")).hasValue(cpu.sp());
        assertThat(frame.here().sp() % 16).isZero();
        assertThat(Optional.of(frame.set().layout())).contains(SetLayout.FULL);
    }
}
