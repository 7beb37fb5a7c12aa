package probity.judge;

import java.util.Arrays;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Point;
import probity.spi.Side;
import probity.spi.Word;

/** Entry data: what the entry handler leaves for the exit handler of the same activation. */
final class DataComparison {
    private static final int WORD = 8;

    private final Scene scene;
    private final Sheet sheet;

    DataComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        for (Span span : scene.expectation().timeline().spans()) {
            for (Attachment attachment : scene.expectation().attachments()) {
                int size = attachment.probe().entryData();
                Optional<Event> entry = scene.matching().event(attachment, span, Side.ENTRY);
                if (size > 0 && attachment.has(Side.EXIT) && entry.isPresent()) {
                    Contents contents = new Contents(size);
                    follow(attachment, span, Side.ENTRY, entry.get(), contents);
                    scene.matching()
                            .event(attachment, span, Side.EXIT)
                            .ifPresent(exit -> follow(attachment, span, Side.EXIT, exit, contents));
                }
            }
        }
    }

    private void follow(
            Attachment attachment, Span span, Side side, Event event, Contents contents) {
        for (Action action : attachment.reached(side)) {
            if (action instanceof Action.StoreData store) {
                contents.store(store.offset(), store.value(), -1);
            } else if (action instanceof Action.StoreField store) {
                field(span, side, event, store, contents);
            } else if (action instanceof Action.LoadData load) {
                loaded(event, load, contents);
            }
        }
    }

    /** A field holds what a capture of it showed, or else its truth in the width of its type. */
    private void field(
            Span span, Side side, Event event, Action.StoreField store, Contents contents) {
        Optional<Word> seen =
                CaptureComparison.first(event).flatMap(file -> file.find(store.register()));
        if (seen.isPresent()) {
            contents.store(store.offset(), seen.get().low(), -1);
            return;
        }
        Optional<Word> truth = scene.truth().at(side, span, store.register());
        boolean exact = side == Side.ENTRY && !store.register().matches("x9|x30|pc");
        if (truth.isPresent() && exact) {
            int bits = Widths.bits(span.target().orElseThrow(), Point.CALL, store.register());
            contents.store(store.offset(), truth.get().low(), bits >= 64 ? -1 : (1L << bits) - 1);
        } else {
            contents.store(store.offset(), 0, 0);
        }
    }

    private void loaded(Event event, Action.LoadData action, Contents contents) {
        Optional<Observation.Loaded> seen = event.find(action.label(), Observation.Loaded.class);
        if (seen.isEmpty()) {
            sheet.unanswered(Check.ENTRY_DATA, event, action);
            return;
        }
        byte[] data = seen.get().data().toArray();
        byte[] known = contents.wherever(contents.known, data);
        byte[] asked = contents.wherever(contents.known, contents.values);
        String where = Scene.where(event);
        if (contents.anyKnown()) {
            sheet.compare(
                    Check.ENTRY_DATA,
                    data.length >= contents.values.length && Arrays.equals(known, asked),
                    where,
                    "the entry data",
                    contents.text(contents.values),
                    contents.text(data));
        }
        if (event.side() == Side.ENTRY && contents.anyUntouched()) {
            byte[] untouched = contents.wherever(contents.untouched, data);
            sheet.compare(
                    Check.DATA_ZEROED,
                    Arrays.equals(untouched, new byte[untouched.length]),
                    where,
                    "entry data that nobody has written",
                    "zero",
                    Bytes.of(data).toString());
        }
    }

    /** What is known of one activation's entry data. */
    private static final class Contents {
        private final byte[] values;
        private final byte[] known;
        private final byte[] untouched;

        Contents(int size) {
            values = new byte[size];
            known = new byte[size];
            untouched = new byte[size];
            Arrays.fill(untouched, (byte) -1);
        }

        void store(int offset, long value, long mask) {
            for (int i = 0; i < WORD && offset + i < values.length; i++) {
                values[offset + i] = (byte) (value >>> 8 * i);
                known[offset + i] = (byte) (mask >>> 8 * i);
                untouched[offset + i] = 0;
            }
        }

        boolean anyKnown() {
            return !Arrays.equals(known, new byte[known.length]);
        }

        boolean anyUntouched() {
            return !Arrays.equals(untouched, new byte[untouched.length]);
        }

        byte[] wherever(byte[] mask, byte[] bytes) {
            byte[] cut = new byte[mask.length];
            for (int i = 0; i < cut.length && i < bytes.length; i++) {
                cut[i] = (byte) (bytes[i] & mask[i]);
            }
            return cut;
        }

        /** Hexadecimal, with dots for what is not known. */
        String text(byte[] bytes) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < bytes.length; i++) {
                boolean shown = i >= known.length || known[i] != 0;
                text.append(shown ? String.format("%02x", bytes[i]) : "..");
            }
            return text.toString();
        }
    }
}
