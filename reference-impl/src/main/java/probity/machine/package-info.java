/**
 * An AArch64 machine in plain Java: registers, memory in mapped regions, several CPUs, and the A64
 * instructions that compilers and hand-written trampolines use in general-purpose kernel code.
 *
 * <p>It is usable on its own and depends on nothing. In short:
 *
 * <pre>{@code
 * Machine machine = new Machine(1);
 * machine.memory().map("text", 0x10000, 0x1000, Permission.READ, Permission.EXECUTE);
 * machine.memory().patch(0x10000, code);
 * Stack stack = machine.memory().mapStack("task 1", 0x4000);
 * Cpu cpu = machine.cpu(0);
 * cpu.sp(stack.top());
 * cpu.pc(0x10000);
 * machine.trapAt(0x2000, c -> TrapHandler.Next.STOP); // the address the code returns to
 * cpu.x(30, 0x2000);
 * Stop stop = machine.run(cpu, 10_000);
 * }</pre>
 *
 * <p>The manual that is followed is the Arm Architecture Reference Manual for A-profile (DDI 0487).
 * What the manual calls UNDEFINED or CONSTRAINED UNPREDICTABLE, and every encoding this machine
 * does not know, ends the run as {@link probity.machine.Stop.Unsupported}: it never guesses.
 *
 * <p>A machine is used by one thread at a time. Its CPUs do not run by themselves: whoever calls
 * {@link probity.machine.Machine#run} decides which CPU goes on and for how long, so every run is
 * reproducible.
 */
package probity.machine;
