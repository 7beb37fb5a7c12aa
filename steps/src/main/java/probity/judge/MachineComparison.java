package probity.judge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import probity.spi.Bytes;
import probity.spi.Capability;
import probity.spi.Irregularity;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.TrampolineRun;

/** What the machine saw of the trampolines: stacks, code, and which of them ran. */
final class MachineComparison {
    private static final int WORD = 4;

    private final Scene scene;
    private final Sheet sheet;

    MachineComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        stacks();
        trampolines();
        code();
        symbols();
    }

    private void stacks() {
        if (!scene.can(Capability.SEES_STACK)) {
            sheet.unseen(Check.STACK_WRITES, "Writes to stacks are not watched.");
            sheet.unseen(Check.STACK_ALIGNMENT, "The alignment of sp is not watched.");
            return;
        }
        int watched = scene.matching().matched().size();
        sheet.counted(Check.STACK_WRITES, watched);
        sheet.counted(Check.STACK_ALIGNMENT, watched);
        for (Irregularity seen : scene.actual().irregularities()) {
            boolean write = seen.kind() == Irregularity.Kind.STACK_WRITE;
            sheet.compare(
                    write ? Check.STACK_WRITES : Check.STACK_ALIGNMENT,
                    false,
                    "at " + scene.names().of(seen.pc()) + " (task " + seen.task() + ")",
                    write ? "a trampoline's write to the stack" : "the stack pointer",
                    write ? "below the sp that it was reached with" : "16-byte aligned",
                    Names.hex(seen.address()) + " ('" + seen.text() + "')");
        }
    }

    private void trampolines() {
        if (!scene.can(Capability.SEES_TRAMPOLINES)) {
            sheet.unseen(Check.KRETPROBE_TRAMPOLINE, "Trampolines are not shown.");
            return;
        }
        boolean kretprobes =
                scene.expectation().attachments().stream()
                        .anyMatch(a -> a.probe().kind() == ProbeKind.KRETPROBE);
        for (TrampolineRun run : scene.actual().trampolines()) {
            if (run.side() == Side.EXIT && !kretprobes) {
                sheet.compare(
                        Check.KRETPROBE_TRAMPOLINE,
                        !run.symbol().contains("kretprobe"),
                        "at a return",
                        "the trampoline",
                        "none of kretprobe, which nobody has attached",
                        run.symbol());
            }
        }
    }

    private void code() {
        int end = scene.expectation().plan().steps().size();
        if (scene.actual().steps().size() < end) {
            return;
        }
        Set<String> hooked = new TreeSet<>();
        for (Attachment attachment : scene.expectation().attachments()) {
            if (attachment.attachedIn(end)) {
                hooked.addAll(attachment.probe().functions());
            }
        }
        for (String function : new TreeSet<>(scene.observed().before().keySet())) {
            Bytes after = scene.observed().after().get(function);
            if (after != null && !hooked.contains(function)) {
                words(function, scene.observed().before().get(function), after);
            }
        }
        if (!scene.can(Capability.SEES_CODE)) {
            sheet.unseen(Check.CODE_RESTORED, "Code is not shown.");
        }
    }

    /** Instruction by instruction, so that only the words of the site show. */
    private void words(String function, Bytes before, Bytes after) {
        if (before.equals(after)) {
            sheet.counted(Check.CODE_RESTORED, before.size() / WORD);
            return;
        }
        String where = "in the code of " + function;
        int size = Math.max(before.size(), after.size());
        int differing = 0;
        for (int offset = 0; offset < size; offset += WORD) {
            String wanted = word(before, offset);
            String seen = word(after, offset);
            if (!wanted.equals(seen)) {
                String subject = String.format("the word at +0x%x/0x%x", offset, size);
                sheet.compare(Check.CODE_RESTORED, false, where, subject, wanted, seen);
                differing++;
            }
        }
        sheet.counted(Check.CODE_RESTORED, size / WORD - differing);
    }

    private static String word(Bytes code, int offset) {
        if (offset + WORD > code.size()) {
            return "absent";
        }
        byte[] bytes = code.toArray();
        int word = 0;
        for (int i = WORD - 1; i >= 0; i--) {
            word = word << 8 | bytes[offset + i] & 0xff;
        }
        return String.format("0x%08x", word);
    }

    private void symbols() {
        List<Plan.Step> steps = scene.expectation().plan().steps();
        boolean asked =
                steps.stream()
                        .anyMatch(
                                step ->
                                        step instanceof Plan.Attach attach
                                                && attach.probe().kind() == ProbeKind.KRETPROBE);
        if (!asked || scene.description().stage() != Stage.REMOVED) {
            return;
        }
        if (scene.observed().symbols().isEmpty()) {
            sheet.unseen(Check.SYMBOLS_GONE, "Symbols are not shown.");
            return;
        }
        List<String> left =
                scene.observed().symbols().get().stream()
                        .filter(symbol -> symbol.matches(".*kretprobe.*trampoline.*"))
                        .sorted()
                        .toList();
        sheet.compare(
                Check.SYMBOLS_GONE,
                left.isEmpty(),
                "among the implementation's symbols",
                "the list of kretprobe trampolines",
                "empty",
                String.join(", ", left));
    }
}
