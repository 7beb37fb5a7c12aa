package probity.machine.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.Memory;
import probity.machine.Permission;
import probity.machine.Stack;
import probity.machine.Stop;
import probity.machine.TrapHandler.Next;

/**
 * A call of a hooked function: caller, patch site, an entry trampoline that stores a light register
 * set and calls Java, the body, a return trampoline that calls Java again.
 */
final class HookedProgram {
    private static final long TEXT = 0xffff_8000_0801_0000L;
    private static final long HOOK_RETURN = TEXT + 0x88;
    private static final long ENTRY_HANDLER = TEXT + 0x800;
    private static final long RETURN_HANDLER = TEXT + 0x804;
    private static final long OUTSIDE = 0xffff_8000_0800_0000L;
    private static final int SET_LR = 88;

    private static final int[] WORDS = {
        // caller
        0xa9bf7bfd, // stp x29, x30, [sp, #-16]!
        0x910003fd, // mov x29, sp
        0x94000003, // bl target
        0xa8c17bfd, // ldp x29, x30, [sp], #16
        0xd65f03c0, // ret
        // target
        0xaa1e03e9, // mov x9, x30
        0x94000003, // bl hook_entry
        0x8b010000, // add x0, x0, x1
        0xd65f03c0, // ret
        // hook_entry
        0xd101c3ff, // sub sp, sp, #0x70
        0xa90007e0, // stp x0, x1, [sp]
        0xa9010fe2, // stp x2, x3, [sp, #16]
        0xa90217e4, // stp x4, x5, [sp, #32]
        0xa9031fe6, // stp x6, x7, [sp, #48]
        0xf90023e8, // str x8, [sp, #64]
        0xa90527fd, // stp x29, x9, [sp, #80]
        0x9101c3ea, // add x10, sp, #0x70
        0xa9067bea, // stp x10, x30, [sp, #96]
        0xa9bf27fd, // stp x29, x9, [sp, #-16]!
        0x910003fd, // mov x29, sp
        0xd10013c0, // sub x0, x30, #0x4
        0xaa0903e1, // mov x1, x9
        0x910043e2, // add x2, sp, #0x10
        0x940001e9, // bl entry_handler
        0xf84107fd, // ldr x29, [sp], #16
        0xa94007e0, // ldp x0, x1, [sp]
        0xa9410fe2, // ldp x2, x3, [sp, #16]
        0xa94217e4, // ldp x4, x5, [sp, #32]
        0xa9431fe6, // ldp x6, x7, [sp, #48]
        0xf94023e8, // ldr x8, [sp, #64]
        0xa9457bfd, // ldp x29, x30, [sp, #80]
        0xf94037e9, // ldr x9, [sp, #104]
        0x9101c3ff, // add sp, sp, #0x70
        0xd65f0120, // ret x9
        // hook_return
        0xd10143ff, // sub sp, sp, #0x50
        0xa90007e0, // stp x0, x1, [sp]
        0xa9010fe2, // stp x2, x3, [sp, #16]
        0xa90217e4, // stp x4, x5, [sp, #32]
        0xa9031fe6, // stp x6, x7, [sp, #48]
        0x910003e0, // mov x0, sp
        0x940001d9, // bl return_handler
        0xaa0003fe, // mov x30, x0
        0xa94007e0, // ldp x0, x1, [sp]
        0xa9410fe2, // ldp x2, x3, [sp, #16]
        0xa94217e4, // ldp x4, x5, [sp, #32]
        0xa9431fe6, // ldp x6, x7, [sp, #48]
        0x910143ff, // add sp, sp, #0x50
        0xd65f03c0, // ret
    };

    private final Machine machine = new Machine(1);
    private final Cpu cpu = machine.cpu(0);
    private final Stack stack;
    private long returnAddress;

    HookedProgram() {
        Memory memory = machine.memory();
        memory.map("text", TEXT, Memory.PAGE_SIZE, Permission.READ, Permission.EXECUTE);
        memory.map("data", TEXT + 0x10000, 0x10000, Permission.READ, Permission.WRITE);
        ByteBuffer code = ByteBuffer.allocate(4 * WORDS.length).order(ByteOrder.LITTLE_ENDIAN);
        code.asIntBuffer().put(WORDS);
        memory.patch(TEXT, code.array());
        stack = memory.mapStack("task", 0x4000);
        machine.symbols().define("text", TEXT, Memory.PAGE_SIZE);
        machine.trapAt(ENTRY_HANDLER, this::onEntry);
        machine.trapAt(RETURN_HANDLER, this::onReturn);
        machine.trapAt(OUTSIDE, c -> Next.STOP);
    }

    /** One call; gives the number of instructions executed in it. */
    long call() {
        long before = cpu.counters().instructions();
        cpu.x(0, 20);
        cpu.x(1, 22);
        cpu.x(30, OUTSIDE);
        cpu.sp(stack.top());
        cpu.pc(TEXT);
        Stop stop = machine.run(cpu, 1000);
        if (!(stop instanceof Stop.Trapped) || cpu.x(0) != 42) {
            throw new IllegalStateException("The hooked call went wrong: " + stop);
        }
        return cpu.counters().instructions() - before;
    }

    private Next onEntry(Cpu c) {
        long set = c.x(2);
        returnAddress = machine.memory().readLong(set + SET_LR);
        machine.memory().writeLong(set + SET_LR, HOOK_RETURN);
        return back(c);
    }

    private Next onReturn(Cpu c) {
        c.x(0, returnAddress);
        return back(c);
    }

    private static Next back(Cpu c) {
        c.pc(c.x(30));
        return Next.RESUME;
    }
}
