package probity.machine.fuzz;

import probity.machine.Cpu;
import probity.machine.FaultKind;
import probity.machine.Machine;
import probity.machine.Permission;
import probity.machine.Stop;

/** This kit's machine, seen through its public API only. */
final class ProbityEngine {
    private final Machine machine = new Machine(1);
    private final Cpu cpu = machine.cpu(0);
    private Stop stop;

    ProbityEngine() {
        machine.memory()
                .map("text", Layout.TEXT, Layout.TEXT_SIZE, Permission.READ, Permission.EXECUTE);
        machine.memory()
                .map("data", Layout.DATA, Layout.DATA_SIZE, Permission.READ, Permission.WRITE);
    }

    void data(byte[] bytes) {
        machine.memory().write(Layout.DATA, bytes);
    }

    void clearCases() {
        byte[] zeroes = new byte[0x10000];
        for (long at = Layout.CASES; at < Layout.CASES_END; at += zeroes.length) {
            machine.memory().patch(at, zeroes);
        }
    }

    Outcome run(Case c, boolean withMemory) {
        machine.memory().patch(c.pc(), Words.bytes(c.words()));
        for (int n = 0; n < 31; n++) {
            cpu.x(n, c.x()[n]);
        }
        cpu.sp(c.x()[Case.SP]);
        cpu.nzcv(c.nzcv());
        for (int n = 0; n < 32; n++) {
            cpu.v(n, c.v()[2 * n + 1], c.v()[2 * n]);
        }
        cpu.pc(c.pc());
        stop = run(c.pc(), c.pc() + 4L * c.words().length, c.words().length);
        return outcome(withMemory);
    }

    /** Why the last run stopped, for messages. */
    Stop stop() {
        return stop;
    }

    /** Until the end of the words is reached, or a branch leaves them. */
    private Stop run(long start, long end, int count) {
        Stop last = new Stop.Budget(0);
        for (int i = 0; i < count && cpu.pc() >= start && cpu.pc() < end; i++) {
            last = machine.run(cpu, 1);
            if (!(last instanceof Stop.Budget)) {
                break;
            }
        }
        return last;
    }

    private Outcome outcome(boolean withMemory) {
        long[] x = new long[32];
        for (int n = 0; n < 31; n++) {
            x[n] = cpu.x(n);
        }
        x[Case.SP] = cpu.sp();
        long[] v = new long[64];
        for (int n = 0; n < 32; n++) {
            v[2 * n] = cpu.vLow(n);
            v[2 * n + 1] = cpu.vHigh(n);
        }
        return new Outcome(
                end(),
                cpu.pc(),
                x,
                cpu.nzcv(),
                v,
                withMemory ? machine.memory().read(Layout.DATA, Layout.DATA_SIZE) : new byte[0]);
    }

    private Outcome.End end() {
        if (stop instanceof Stop.Fault && ((Stop.Fault) stop).kind() != FaultKind.BREAK) {
            return Outcome.End.FAULT;
        }
        return !(stop instanceof Stop.Budget) ? Outcome.End.UNDEFINED : Outcome.End.DONE;
    }
}
