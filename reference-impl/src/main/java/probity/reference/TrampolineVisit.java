package probity.reference;

import probity.machine.Counters;
import probity.machine.Cpu;
import probity.spi.Side;
import probity.spi.TrampolineRun;

/** One run of a trampoline, from arrival to resume, and what it costs without the handlers. */
final class TrampolineVisit {
    private final String symbol;
    private final Side side;
    private final long sp;
    private final long fp;
    private final long link;
    private Counters since;
    private Counters spent = new Counters(0, 0, 0, 0, 0);
    private boolean leaving;

    TrampolineVisit(String symbol, Side side, Cpu cpu) {
        this.symbol = symbol;
        this.side = side;
        sp = cpu.sp();
        fp = cpu.x(Registers.FP);
        link = cpu.x(Registers.LR);
        since = cpu.counters();
    }

    /** sp on arrival. */
    long sp() {
        return sp;
    }

    /** x29 on arrival. */
    long fp() {
        return fp;
    }

    /** x30 on arrival. */
    long link() {
        return link;
    }

    /** The trampoline has called the hook core. */
    void handlersBegin(Cpu cpu) {
        spend(cpu);
    }

    /** The hook core returns to the trampoline. */
    void handlersEnd(Cpu cpu) {
        since = cpu.counters();
        leaving = true;
    }

    /** Whether the hook core has returned: what is executed next is the trampoline's end. */
    boolean isLeaving() {
        return leaving;
    }

    /** The trampoline has gone on to where it leads. */
    TrampolineRun resumed(Cpu cpu) {
        spend(cpu);
        return new TrampolineRun(
                symbol, side, spent.instructions(), spent.bytesStored(), spent.bytesLoaded());
    }

    private void spend(Cpu cpu) {
        Counters part = cpu.counters().minus(since);
        spent =
                new Counters(
                        spent.instructions() + part.instructions(),
                        spent.loads() + part.loads(),
                        spent.stores() + part.stores(),
                        spent.bytesLoaded() + part.bytesLoaded(),
                        spent.bytesStored() + part.bytesStored());
    }
}
