package probity.machine;

/** One call of {@link Machine#run}. Holds all its state, so that a handler may start another. */
final class Run {
    private final Machine machine;
    private final Cpu cpu;
    private final Trace trace;
    private final long budget;
    private long left;
    private CodePage page = CodePage.NONE;
    private Stop stop;

    Run(Machine machine, Cpu cpu, long budget) {
        this.machine = machine;
        this.cpu = cpu;
        this.trace = machine.trace();
        this.budget = budget;
        this.left = budget;
    }

    Stop go() {
        try {
            while (left > 0) {
                Action action = nextAction();
                if (stop != null) {
                    return stop;
                }
                if (action != null) {
                    execute(action);
                }
            }
        } catch (GuestFault fault) {
            return stopFor(fault);
        } catch (UnsupportedEncoding unsupported) {
            return stopFor(unsupported);
        }
        return new Stop.Budget(budget);
    }

    /**
     * The hot loop: executes, from this action on, as long as the next one is in the same page and
     * decoded. Works on locals; {@link #left} is brought up to date however it ends.
     */
    private void execute(Action first) {
        CodePage current = page;
        Action action = first;
        long todo = left;
        try {
            do {
                long pc = cpu.pc;
                trace.record(cpu.id(), pc, current.word(pc));
                cpu.next = pc + CodePage.WORD;
                action.execute(cpu);
                pc = cpu.next;
                cpu.pc = pc;
                cpu.instructions++;
                action = current.holds(pc) && cpu.btype == 0 ? current.action(pc) : null;
            } while (--todo > 0 && action != null);
        } finally {
            left = todo;
        }
    }

    /** The slow way to the next action; null if the pc has moved or {@link #stop} is set. */
    private Action nextAction() {
        long pc = cpu.pc;
        Trap trap = machine.trap(pc);
        if (trap != null) {
            if (trap.call(cpu) == TrapHandler.Next.STOP) {
                stop = new Stop.Trapped(pc);
                return null;
            }
            if (cpu.pc != pc) {
                left--;
                return null;
            }
        }
        fetchPage(pc);
        int word = page.word(pc);
        checkLanding(pc, word);
        if (page.action(pc) != null) {
            return page.action(pc);
        }
        if (BreakInstruction.is(word)) {
            takeBreak(pc, word);
            return null;
        }
        if (machine.trap(pc) != null) {
            return machine.trap(pc).decoded(word);
        }
        Action action = Decoder.decode(word).action();
        page.remember(pc, action);
        return action;
    }

    private void fetchPage(long pc) {
        if ((pc & (CodePage.WORD - 1)) != 0) {
            throw new GuestFault(
                    FaultKind.PC_ALIGNMENT, pc, "The pc 0x%x is no multiple of 4".formatted(pc));
        }
        try {
            page = cpu.memory.fetch(pc);
        } catch (GuestFault fault) {
            throw PointerAuthentication.explain(fault);
        }
    }

    private void checkLanding(long pc, int word) {
        if (cpu.btype != 0) {
            if (page.guarded && !LandingPad.accepts(word, cpu.btype)) {
                throw new GuestFault(FaultKind.BTI, pc, LandingPad.complaint(pc, word, cpu.btype));
            }
            cpu.btype = 0;
        }
    }

    private void takeBreak(long pc, int word) {
        int immediate = BreakInstruction.immediate(word);
        Trap trap = machine.breakTrap(immediate);
        if (trap == null) {
            throw new GuestFault(
                    FaultKind.BREAK, pc, "Nobody handles brk #0x%x".formatted(immediate));
        }
        trace.record(cpu.id(), pc, word);
        cpu.instructions++;
        cpu.memory.reservation.clear();
        left--;
        if (trap.call(cpu) == TrapHandler.Next.STOP) {
            stop = new Stop.Trapped(pc);
        } else if (cpu.pc == pc) {
            throw new GuestFault(
                    FaultKind.BREAK,
                    pc,
                    "The handler of brk #0x%x left the pc at it".formatted(immediate));
        }
    }

    private Stop stopFor(GuestFault fault) {
        String text = "%s, at %s.".formatted(fault.getMessage(), place());
        return new Stop.Fault(fault.kind, cpu.pc, fault.address, text);
    }

    private Stop stopFor(UnsupportedEncoding unsupported) {
        int word = page.word(cpu.pc);
        String text =
                "The word 0x%08x is not supported by this machine (%s), at %s."
                        .formatted(word, unsupported.getMessage(), place());
        return new Stop.Unsupported(word, cpu.pc, text);
    }

    /** The pc with its symbol, if it has one. */
    private String place() {
        SymbolTable symbols = machine.symbols();
        String described = symbols.describe(cpu.pc);
        return symbols.at(cpu.pc).isPresent()
                ? "%s (0x%x)".formatted(described, cpu.pc)
                : described;
    }
}
