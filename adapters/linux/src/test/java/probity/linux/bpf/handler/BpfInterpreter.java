package probity.linux.bpf.handler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs the bytes of a program: the instructions that handlers use, and as strict as a verifier is
 * about registers that hold nothing. Written from RFC 9669, and not from the assembler.
 */
final class BpfInterpreter {
    /** A helper or a kernel function, called with r1 to r5. */
    interface Call {
        long with(Arguments arguments);
    }

    /** The registers of a call; one that holds nothing must not be asked for. */
    interface Arguments {
        long get(int number);
    }

    private static final int STACK = 512;
    private static final int BUDGET = 10_000;

    private final FakeMemory memory;
    private final Map<Integer, Call> helpers = new HashMap<>();
    private final Map<Integer, Call> functions = new HashMap<>();
    private Long[] registers;

    BpfInterpreter(FakeMemory memory) {
        this.memory = memory;
    }

    void helper(int number, Call call) {
        helpers.put(number, call);
    }

    void function(int id, Call call) {
        functions.put(id, call);
    }

    /** Runs the program with this context and returns its result. */
    long run(byte[] program, long context) {
        ByteBuffer slots = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        registers = new Long[11];
        registers[1] = context;
        registers[10] = memory.addFresh("stack", STACK) + STACK;
        int pc = 0;
        for (int steps = 0; steps < BUDGET; steps++) {
            int at = pc * 8;
            int opcode = slots.get(at) & 0xff;
            if (opcode == 0x95) {
                return get(0);
            }
            pc = step(slots, at, opcode, pc);
        }
        throw new AssertionError("The program does not end.");
    }

    private int step(ByteBuffer slots, int at, int opcode, int pc) {
        int to = slots.get(at + 1) & 0xf;
        int from = slots.get(at + 1) >> 4 & 0xf;
        int offset = slots.getShort(at + 2);
        int immediate = slots.getInt(at + 4);
        switch (opcode) {
            case 0x18 -> {
                long low = Integer.toUnsignedLong(immediate);
                long value = (long) slots.getInt(at + 12) << 32 | low;
                set(to, from == 1 ? FakeKernel.map(immediate) : value);
                return pc + 2;
            }
            case 0x05 -> {
                return pc + 1 + offset;
            }
            case 0x15 -> {
                return pc + 1 + (get(to) == immediate ? offset : 0);
            }
            case 0x55 -> {
                return pc + 1 + (get(to) != immediate ? offset : 0);
            }
            case 0x85 -> call(from == 2 ? functions : helpers, immediate);
            case 0x07 -> set(to, get(to) + immediate);
            case 0x57 -> set(to, get(to) & immediate);
            case 0xb7 -> set(to, immediate);
            case 0xbf -> set(to, get(from));
            case 0xb4 -> set(to, Integer.toUnsignedLong(immediate));
            case 0xdb -> fetchAdd(get(to) + offset, from, immediate);
            case 0x61, 0x69, 0x71, 0x79 -> set(to, memory.read(get(from) + offset, size(opcode)));
            case 0x62, 0x6a, 0x72, 0x7a -> memory.write(get(to) + offset, size(opcode), immediate);
            case 0x63, 0x6b, 0x73, 0x7b -> memory.write(get(to) + offset, size(opcode), get(from));
            default -> throw new AssertionError("Unknown opcode 0x%02x".formatted(opcode));
        }
        return pc + 1;
    }

    private void fetchAdd(long address, int operand, int operation) {
        if (operation != 1) {
            throw new AssertionError("Unknown atomic operation " + operation);
        }
        long before = memory.read(address, 8);
        memory.write(address, 8, before + get(operand));
        set(operand, before);
    }

    private void call(Map<Integer, Call> known, int number) {
        Call call = known.get(number);
        if (call == null) {
            throw new AssertionError("Call of " + number + ", which there is not");
        }
        long result = call.with(this::get);
        for (int i = 1; i <= 5; i++) {
            registers[i] = null;
        }
        set(0, result);
    }

    private static int size(int opcode) {
        return switch (opcode & 0x18) {
            case 0x00 -> 4;
            case 0x08 -> 2;
            case 0x10 -> 1;
            default -> 8;
        };
    }

    private long get(int register) {
        if (registers[register] == null) {
            throw new AssertionError("r" + register + " holds nothing");
        }
        return registers[register];
    }

    private void set(int register, long value) {
        if (register == 10) {
            throw new AssertionError("The frame pointer is read only");
        }
        registers[register] = value;
    }
}
