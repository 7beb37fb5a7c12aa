package probity.judge;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import probity.spi.Capability;
import probity.spi.Event;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Target;

/** What each handler is handed besides its registers: the ips, the data's size, the structure. */
final class HandedComparison {
    private static final Set<ProbeKind> AT_THE_SITE =
            Set.of(ProbeKind.FPROBE, ProbeKind.MULTI, ProbeKind.SESSION);

    private static final ProbeKind KPROBE = ProbeKind.KPROBE;

    private final Scene scene;
    private final Sheet sheet;

    HandedComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        for (Alignment.Pair pair : scene.matching().allowed()) {
            entryIp(pair.slot(), pair.event());
            returnIp(pair.slot(), pair.event());
            dataSize(pair.slot(), pair.event());
            structure(pair.slot(), pair.event());
        }
    }

    private void entryIp(Slot slot, Event event) {
        if (event.entryIp().isEmpty()) {
            notHanded(slot, event, "the entry ip");
            return;
        }
        Target target = slot.span().target().orElseThrow();
        long seen = event.entryIp().getAsLong();
        boolean atSite = AT_THE_SITE.contains(slot.attachment().probe().kind());
        boolean good = seen == target.entryIp() || !atSite && seen == target.address();
        sheet.counted(Check.FIVE_THINGS, 1);
        sheet.compare(
                Check.ENTRY_IP,
                good,
                Scene.where(event),
                "the entry ip",
                scene.names().of(target.entryIp()),
                scene.names().of(seen));
    }

    private void returnIp(Slot slot, Event event) {
        OptionalLong seen = event.returnIp();
        if (seen.isEmpty()) {
            if (!isHandedOver(slot) || isShown(slot)) {
                notHanded(slot, event, "the return ip");
            } else {
                String why =
                        "The return ip that %s handlers get at %s is not shown."
                                .formatted(
                                        Scene.name(slot.attachment().probe().kind()),
                                        Scene.name(slot.side()));
                sheet.unseen(Check.FIVE_THINGS, why);
                sheet.unseen(Check.RETURN_IP, why);
            }
            return;
        }
        sheet.counted(Check.FIVE_THINGS, 1);
        Optional<Long> truth = scene.expectation().returnAddress(slot.span());
        if (truth.isEmpty()) {
            sheet.unseen(Check.RETURN_IP, "Nobody saw the caller of " + event.function() + ".");
            return;
        }
        sheet.compare(
                Check.RETURN_IP,
                seen.getAsLong() == truth.get(),
                Scene.where(event),
                "the return ip",
                scene.names().of(truth.get()),
                scene.names().of(seen.getAsLong()));
    }

    /** Other handlers may have to ask for the ips. */
    private static boolean isHandedOver(Slot slot) {
        return slot.attachment().probe().kind() == ProbeKind.FPROBE;
    }

    private boolean isShown(Slot slot) {
        ProbeKind kind = slot.attachment().probe().kind();
        return scene.description().can(Capability.SEES_RETURN_IP, kind, slot.side());
    }

    /** An fprobe handler gets both ips, on both sides. */
    private void notHanded(Slot slot, Event event, String what) {
        if (isHandedOver(slot)) {
            sheet.compare(
                    Check.FIVE_THINGS, false, Scene.where(event), what, "handed over", "absent");
        }
    }

    /** Sizes are rounded up to whole words at most. */
    private void dataSize(Slot slot, Event event) {
        OptionalInt seen = event.dataSize();
        int asked = slot.attachment().probe().entryData();
        if (seen.isEmpty()) {
            sheet.unseen(Check.DATA_SIZE, "The size of entry data is not shown.");
            return;
        }
        boolean bothSides = slot.attachment().has(Side.ENTRY) && slot.attachment().has(Side.EXIT);
        int size = seen.getAsInt();
        boolean good = size == asked || size == (asked + 7 & -8) || !bothSides && size == 0;
        sheet.compare(
                Check.DATA_SIZE,
                good,
                Scene.where(event),
                "the size of the entry data",
                asked + " bytes",
                size + " bytes");
    }

    /** The structure is the declared one, and the same at both sides. */
    private void structure(Slot slot, Event event) {
        ProbeKind kind = slot.attachment().probe().kind();
        Optional<RegisterSet> declared = scene.description().set(kind, slot.side());
        if (declared.isEmpty()) {
            return; // attached although not offered: ATTACH_REFUSED tells
        }
        SetKind wanted = declared.get().kind();
        sheet.compare(
                Check.SAME_STRUCTURE,
                event.set() == wanted,
                Scene.where(event),
                "the register set",
                wanted + " as declared",
                event.set().name());
        if (kind == ProbeKind.KRETPROBE && scene.description().offers(KPROBE, Side.ENTRY)) {
            SetKind kprobes = scene.description().set(KPROBE, Side.ENTRY).orElseThrow().kind();
            sheet.compare(
                    Check.SAME_KPROBE_SET,
                    event.set() == kprobes,
                    Scene.where(event),
                    "the register set",
                    kprobes + " as kprobe handlers get it",
                    event.set().name());
        }
        Optional<Event> entry = scene.matching().event(slot.attachment(), slot.span(), Side.ENTRY);
        if (slot.side() == Side.EXIT && entry.isPresent() && AT_THE_SITE.contains(kind)) {
            sheet.compare(
                    Check.SAME_STRUCTURE,
                    event.set() == entry.get().set(),
                    Scene.where(event),
                    "the register set",
                    entry.get().set() + " as at entry",
                    event.set().name());
        }
    }
}
