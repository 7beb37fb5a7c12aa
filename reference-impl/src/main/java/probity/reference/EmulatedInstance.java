package probity.reference;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import probity.machine.Machine;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.MisuseException;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Refused;
import probity.spi.Stage;
import probity.spi.Target;

/** A machine with the target program, trampolines and a hook core on it. */
final class EmulatedInstance implements Instance {
    /** How many CPUs there are. */
    static final int CPUS = 4;

    private final Description description;
    private final Parts parts;
    private final Machine machine = new Machine(CPUS);
    private final TargetImage program = TargetImage.get();
    private final Trampolines trampolines;
    private final Kernel kernel;
    private final PlanRunner runner;
    private boolean closed;

    EmulatedInstance(
            Declaration declaration, Description description, Parts parts, Options options) {
        this.description = description;
        this.parts = parts;
        this.trampolines = declaration.trampolines();
        program.image().load(machine, "targets", program::isGuarded);
        trampolines.image().load(machine, "trampolines", text -> true);
        machine.symbols().defineLater(this::nameHandlers);
        ExecutionLog log = newLog();
        Tasks tasks = new Tasks(machine.memory(), options.poison(), parts, log);
        TrampolineMonitor monitor = new TrampolineMonitor(machine, trampolines, tasks);
        ActivationTracker activations = new ActivationTracker(machine, program, tasks, monitor);
        activations.watchReturnsTo(AddressMap.NESTED_RETURN);
        kernel =
                new Kernel(
                        machine, program, declaration, description, parts, tasks, options.poison());
        new Traps(machine, kernel, tasks, monitor);
        runner =
                new PlanRunner(
                        this,
                        new Scheduler(
                                machine, program, tasks, kernel, monitor, activations, options));
    }

    private void nameHandlers() {
        AddressMap.HANDLERS.forEach(this::name);
        name("nested_return", AddressMap.NESTED_RETURN);
    }

    private void name(String symbol, long address) {
        if (machine.symbols().address(symbol).isEmpty()) {
            machine.symbols().define(symbol, address, 0);
        }
    }

    ExecutionLog newLog() {
        return new ExecutionLog((kind, side) -> description.set(kind, side).orElseThrow());
    }

    @Override
    public List<Target> targets() {
        checkOpen();
        return program.targets();
    }

    @Override
    public AttachResult attach(Probe probe) {
        checkOpen();
        if (probe == null) {
            throw new MisuseException("The probe to attach is null.");
        }
        Optional<AttachedProbe> known = parts.registry().probe(probe.name());
        if (known.isPresent() && known.get().isAttached()) {
            throw new MisuseException("A probe named '" + probe.name() + "' is attached already.");
        }
        Optional<Refused> refused =
                parts.validator()
                        .check(
                                probe,
                                description,
                                function -> parts.registry().site(function).isPresent());
        return refused.<AttachResult>map(reason -> reason).orElseGet(() -> accept(probe));
    }

    private Attached accept(Probe probe) {
        int size = probe.maxActive() > 0 ? probe.maxActive() : KretprobePool.defaultSize(CPUS);
        AttachedProbe attached =
                new AttachedProbe(
                        probe, parts.countings().get(), parts.kretprobePools().apply(size));
        kernel.patch(parts.registry().add(attached));
        return new Attached(parts.notice().onAccepted(probe, description.stage()));
    }

    /** Takes a probe off its functions; exits that are pending will not run. */
    Optional<Refused> detach(String name) {
        AttachedProbe probe = known(name);
        if (!probe.isAttached()) {
            return Optional.of(notAttached(name));
        }
        kernel.patch(parts.registry().remove(probe));
        return Optional.empty();
    }

    /** Enables or disables a probe. */
    Optional<Refused> enable(String name, boolean on) {
        AttachedProbe probe = known(name);
        if (!probe.isAttached()) {
            return Optional.of(notAttached(name));
        }
        probe.enable(on);
        return Optional.empty();
    }

    private static Refused notAttached(String name) {
        return new Refused("EINVAL", "The probe '" + name + "' is not attached any more.");
    }

    private AttachedProbe known(String name) {
        return parts.registry()
                .probe(name)
                .orElseThrow(
                        () -> new MisuseException("No probe named '" + name + "' was attached."));
    }

    @Override
    public Execution run(Plan plan) {
        checkOpen();
        if (plan == null) {
            throw new MisuseException("The plan to run is null.");
        }
        return runner.run(plan);
    }

    @Override
    public Bytes code(String function) {
        checkOpen();
        Target target = target(function);
        return Bytes.of(machine.memory().read(target.address(), Math.toIntExact(target.size())));
    }

    /** A target by its name. */
    Target target(String function) {
        return parts.registry()
                .site(Objects.requireNonNullElse(function, "null"))
                .map(Site::target)
                .orElseThrow(() -> new MisuseException("There is no function '" + function + "'."));
    }

    @Override
    public Set<String> symbols() {
        checkOpen();
        Set<String> symbols = new TreeSet<>();
        for (ElfImage.Symbol symbol : trampolines.image().symbols().values()) {
            if (symbol.global() && trampolines.image().hasText(symbol.address())) {
                symbols.add(symbol.name());
            }
        }
        symbols.addAll(List.of("register_fprobe", "unregister_fprobe"));
        symbols.addAll(List.of("register_kprobe", "unregister_kprobe"));
        if (description.stage() != Stage.REMOVED) {
            symbols.addAll(List.of("register_kretprobe", "unregister_kretprobe"));
        }
        return symbols;
    }

    @Override
    public Counts counts(String probe) {
        checkOpen();
        return known(probe).counting().counts();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new MisuseException("The instance is closed.");
        }
    }
}
