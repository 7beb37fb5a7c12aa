package probity.linux.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import probity.linux.image.Command.Outcome;
import probity.linux.image.KernelSource.Suite;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** Kernels of Debian's archive, by apt, which checks signatures and checksums. */
final class DebianArchive {
    private static final String KERNELS = Unpacked.ENTRIES;

    private final Cache cache;
    private final Command command;
    private final Clock clock;

    DebianArchive(Cache cache, Command command, Clock clock) {
        this.cache = cache;
        this.command = command;
        this.clock = clock;
    }

    /** The newest kernel of a suite that matches. */
    KernelImage newest(Suite wanted) throws Exception {
        Path directory = cache.resolve("apt/" + wanted.suite());
        Cache.Lock lock = Cache.lock(directory);
        try (lock) {
            Lists lists = new Lists(directory, wanted.pattern());
            Optional<KernelPackage> known = lists.selection();
            if (lists.areFresh(clock.instant())
                    && known.isPresent()
                    && Files.isDirectory(entry(known.get()))) {
                return Unpacked.image(entry(known.get()), origin(wanted, known.get()));
            }
            Apt apt = Apt.of(command, directory, wanted.suite());
            if (!lists.areFresh(clock.instant())) {
                refresh(apt, lists, wanted.suite());
            }
            KernelPackage kernel = select(apt, wanted);
            Path entry = cache.entry(KERNELS, name(kernel), into -> download(apt, kernel, into));
            lists.select(kernel, clock.instant());
            return Unpacked.image(entry, origin(wanted, kernel));
        }
    }

    private void refresh(Apt apt, Lists lists, String suite) throws Exception {
        command.progress().accept("Debian %s: fetching the package lists.".formatted(suite));
        Optional<Diagnostic> problem = apt.update();
        if (problem.isEmpty()) {
            lists.fetchedAt(clock.instant());
            return;
        }
        if (lists.fetched().isEmpty()) {
            throw new CandidateUnavailable(problem.get());
        }
        command.progress()
                .accept(
                        "Debian %s: going on with the package lists of %s. %s"
                                .formatted(suite, lists.fetched().get(), problem.get().message()));
    }

    private static KernelPackage select(Apt apt, Suite wanted)
            throws IOException, CandidateUnavailable {
        List<String> names = apt.names();
        Optional<KernelPackage> newest =
                KernelPackage.newest(apt.packages(wanted(names, wanted.pattern())));
        if (newest.isEmpty()) {
            List<KernelPackage> others = apt.packages(wanted(names, Optional.of("*")));
            throw new CandidateUnavailable(
                    AptProblems.noPackage(wanted.suite(), wanted.pattern(), others));
        }
        return newest.get();
    }

    private static List<String> wanted(List<String> names, Optional<String> pattern) {
        return names.stream().filter(name -> KernelPackage.isWanted(name, pattern)).toList();
    }

    private static String origin(Suite wanted, KernelPackage kernel) {
        return "debian/%s %s".formatted(wanted.suite(), kernel);
    }

    private Path entry(KernelPackage kernel) throws IOException {
        return cache.resolve(KERNELS).resolve(name(kernel));
    }

    private static String name(KernelPackage kernel) {
        return kernel.name() + "_" + kernel.version();
    }

    private void download(Apt apt, KernelPackage kernel, Path into)
            throws IOException, CandidateUnavailable {
        command.progress().accept("Debian: downloading %s.".formatted(kernel));
        Path scratch = Files.createTempDirectory(into, "download");
        List<String> packages = new ArrayList<>();
        packages.add(kernel.name() + "=" + kernel.version());
        kernel.configuration().ifPresent(name -> packages.add(name + "=" + kernel.version()));
        Outcome outcome = apt.download(packages, scratch);
        if (!outcome.succeeded()) {
            throw new CandidateUnavailable(AptProblems.notDownloaded(kernel, outcome.last(5)));
        }
        new Unpacked(command).take(packagesIn(scratch, kernel), into);
        Cache.delete(scratch);
    }

    /** The kernel's own comes first. */
    private static List<Path> packagesIn(Path directory, KernelPackage kernel) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .sorted(
                            Comparator.comparing(
                                    file ->
                                            !file.getFileName()
                                                    .toString()
                                                    .startsWith(kernel.name())))
                    .toList();
        }
    }
}
