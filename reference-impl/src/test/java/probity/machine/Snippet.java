package probity.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A machine with one CPU, a page of text, a page of data and a stack, for tests of behaviour. */
final class Snippet {
    static final long TEXT = 0xffff_8000_0801_0000L;
    static final long DATA = 0xffff_8000_0900_0000L;
    static final long RETURN = 0xffff_8000_0800_0000L;

    final Machine machine = new Machine(1);
    final Cpu cpu = machine.cpu(0);
    final Stack stack;

    Snippet(int... words) {
        this(new Permission[] {Permission.READ, Permission.EXECUTE}, words);
    }

    private Snippet(Permission[] text, int... words) {
        Memory memory = machine.memory();
        memory.map("text", TEXT, Memory.PAGE_SIZE, text);
        memory.map("data", DATA, 2 * Memory.PAGE_SIZE, Permission.READ, Permission.WRITE);
        memory.patch(TEXT, bytes(words));
        stack = memory.mapStack("stack", 4 * Memory.PAGE_SIZE);
        cpu.sp(stack.top());
        cpu.pc(TEXT);
        cpu.x(30, RETURN);
        machine.trapAt(RETURN, c -> TrapHandler.Next.STOP);
    }

    /** The same with text whose indirect branches need landing pads. */
    static Snippet guarded(int... words) {
        return new Snippet(
                new Permission[] {Permission.READ, Permission.EXECUTE, Permission.GUARDED}, words);
    }

    /** Runs until the return, a fault, or too many instructions. */
    Stop run() {
        return machine.run(cpu, 100_000);
    }

    /** Executes one instruction. */
    Stop step() {
        return machine.run(cpu, 1);
    }

    static long at(int index) {
        return TEXT + 4L * index;
    }

    static byte[] bytes(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            buffer.putInt(word);
        }
        return buffer.array();
    }
}
