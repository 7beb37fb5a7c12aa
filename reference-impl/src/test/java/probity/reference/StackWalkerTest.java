package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.machine.Machine;
import probity.machine.Memory;
import probity.machine.Permission;
import probity.machine.Stack;

/** The walker on stacks made by hand. */
class StackWalkerTest {
    private static final long PC = 0xffff_8000_8000_1000L;
    private static final long CALLER = 0xffff_8000_8000_2000L;
    private static final long OUTER = 0xffff_8000_8000_3000L;

    private final Memory memory = new Machine(1).memory();
    private final Stack stack = memory.mapStack("stack", 0xffff_8000_9000_1000L, 0x1000);
    private final Task task = new Task(0, stack, new ShadowStack(), new RecursionGuard());
    private final Trampolines trampolines = Designs.trampolines(Design.DEFAULT);
    private final StackWalker walker =
            new StackWalker(memory, trampolines, new ReturnResolver(trampolines));
    private final Site site = new Site(TargetImage.get().targets().get(0));

    /** Where the n-th record lies, 0 the innermost. */
    private long at(int n) {
        return stack.base() + 0x100 + n * 0x100L;
    }

    private void record(long address, long next, long lr) {
        memory.writeLong(address, next);
        memory.writeLong(address + 8, lr);
    }

    private long hookReturn() {
        return trampolines.returnAddress().getAsLong();
    }

    private void push(long sp, long fp, long saved) {
        task.shadow().push(new ShadowFrame(site, sp, fp, hookReturn(), saved, 0, List.of()));
    }

    @Test
    void followsRecordsToTheRoot() {
        record(at(0), at(1), CALLER);
        record(at(1), at(2), OUTER);
        record(at(2), 0, 0);

        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC, CALLER, OUTER);
        assertThat(walker.walkFromEntry(task, PC, 0x1234_0000_0000_8000L, at(0)))
                .containsExactly(PC, 0x8000L, CALLER, OUTER);
    }

    @Test
    void stopsWhereARecordLeadsDownOrToItself() {
        record(at(1), at(0), CALLER);
        record(at(0), at(1), OUTER);
        assertThat(walker.walk(task, PC, at(1))).containsExactly(PC, CALLER);

        record(at(2), at(2), CALLER);
        assertThat(walker.walk(task, PC, at(2))).containsExactly(PC, CALLER);
    }

    @Test
    void stopsOutsideOfTheStackAndAtMisalignedRecords() {
        record(at(0), at(1) + 4, CALLER);
        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC, CALLER);

        record(at(0), 0x10, CALLER);
        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC, CALLER);
        assertThat(walker.walk(task, PC, stack.top() - 8)).containsExactly(PC);
        assertThat(walker.walk(task, PC, stack.top())).containsExactly(PC);
        assertThat(walker.walk(task, PC, stack.base() - 16)).containsExactly(PC);
    }

    @Test
    void readsTheLastRecordThatFits() {
        record(stack.top() - 16, 1, CALLER);

        assertThat(walker.walk(task, PC, stack.top() - 16)).containsExactly(PC, CALLER);
    }

    @Test
    void takesPendingReturnsInOrder() {
        record(at(0), at(1), hookReturn());
        record(at(1), at(2), hookReturn());
        record(at(2), 0, 0);
        push(at(1) + 16, at(2), OUTER);
        push(at(0) + 16, at(1), CALLER);

        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC, CALLER, OUTER);
    }

    @Test
    void goesThroughATailCallersPendingReturn() {
        record(at(0), at(1), hookReturn());
        record(at(1), 0, 0);
        push(at(0) + 16, at(1), CALLER);
        push(at(0) + 16, at(1), hookReturn());

        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC, CALLER);
    }

    @Test
    void goesThroughBothKindsOfHook() {
        long kretprobe = trampolines.kretprobeAddress().getAsLong();
        record(at(0), at(1), hookReturn());
        record(at(1), 0, 0);
        push(at(0) + 16, at(1), kretprobe);
        task.instances()
                .push(
                        new KretprobeInstance(
                                null,
                                site,
                                at(0) + 16,
                                at(1),
                                kretprobe,
                                CALLER,
                                CALLER,
                                Optional.empty()));

        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC, CALLER);
    }

    @Test
    void staleEntriesAreNotTaken() {
        record(at(2), at(3), hookReturn());
        record(at(3), 0, 0);
        push(at(2) + 16, at(3), CALLER);
        push(at(0), at(3), OUTER); // left below, its stack is not in use any more

        assertThat(walker.walk(task, PC, at(2))).containsExactly(PC, CALLER);
    }

    @Test
    void inventsNothingForATrampolineThatNobodyAccountsFor() {
        record(at(0), at(1), hookReturn());
        record(at(1), at(2), OUTER);

        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC);
    }

    @Test
    void leavesOutWhereATrampolineCalledItsHandler() {
        record(at(0), at(1), trampolines.entryAddress() + 0x48);
        record(at(1), at(2), CALLER);
        record(at(2), 0, 0);

        assertThat(walker.walk(task, PC, at(0))).containsExactly(PC, CALLER);
    }

    @Test
    void stopsAtTheLimit() {
        List<Long> expected = new ArrayList<>(List.of(PC));
        for (long at = stack.base(); at < stack.top() - 16; at += 16) {
            record(at, at + 16, CALLER);
            expected.add(CALLER);
        }

        assertThat(walker.walk(task, PC, stack.base()))
                .isEqualTo(expected.subList(0, StackWalker.LIMIT));
    }

    @Test
    void readsNothingThatIsNotMapped() {
        memory.map("elsewhere", 0x10_000, 0x1000, Permission.READ, Permission.WRITE);
        record(0x10_000, 0x10_010, CALLER);

        assertThat(walker.walk(task, PC, 0x10_000)).containsExactly(PC);
    }
}
