package probity.judge;

import java.util.Optional;
import probity.spi.Action;
import probity.spi.Observation;
import probity.spi.Sample;
import probity.spi.SetKind;
import probity.spi.Word;

/** Perf samples that handlers emit. */
final class SampleComparison {
    private final Scene scene;
    private final Sheet sheet;

    SampleComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        for (HandlerRun run : scene.handlerRuns()) {
            for (Action action : run.actions()) {
                if (action instanceof Action.Sample sample) {
                    sample(run, sample);
                }
            }
        }
    }

    private void sample(HandlerRun run, Action.Sample action) {
        Optional<Observation.Sampled> seen =
                run.event().find(action.label(), Observation.Sampled.class);
        String code = seen.map(answer -> "code " + answer.code()).orElse("no answer");
        boolean taken =
                seen.map(answer -> answer.code() == 0 && answer.sample().isPresent()).orElse(false);
        if (run.set().kind() == SetKind.LIGHT && !taken) {
            sheet.unseen(Check.SAMPLE_TAKEN, "Handlers of the light set emit no samples.");
            return;
        }
        String where = run.where();
        String subject = "perf_event_output";
        sheet.compare(Check.SAMPLE_TAKEN, taken, where, subject, "a sample, code 0", code);
        if (taken) {
            sample(run, action, seen.get().sample().orElseThrow());
        }
    }

    private void sample(HandlerRun run, Action.Sample action, Sample sample) {
        String where = run.where();
        sheet.same(Check.SAMPLE_MODE, where, "the sample's mode", "KERNEL", sample.mode().name());
        Field pc = Field.of(scene, run.slot(), run.set(), "pc");
        if (pc.rule() == Field.Rule.VALUE) {
            sheet.compare(
                    Check.SAMPLE_IP,
                    pc.accepts(scene, run.slot(), "pc", Word.of(sample.ip())),
                    where,
                    "the sample's ip",
                    pc.expected(scene.names(), "pc"),
                    scene.names().of(sample.ip()));
        } else {
            sheet.unseen(Check.SAMPLE_IP, "Nobody saw the pc of " + run.event().function() + ".");
        }
        for (String register : action.registers()) {
            register(run, register, sample.registers().find(register));
        }
    }

    /** A sample cannot deny a field: one that nobody saved is zero in it, or left out. */
    private void register(HandlerRun run, String register, Optional<Word> seen) {
        Field field = Field.of(scene, run.slot(), run.set(), register);
        if (field.rule() == Field.Rule.FREE || field.rule() == Field.Rule.UNKNOWN) {
            return;
        }
        boolean unpopulated = field.check() == Check.UNPOPULATED_FIELDS;
        boolean nothing = seen.isEmpty() || seen.get().equals(Word.of(0));
        boolean good =
                unpopulated
                        ? nothing || field.accepts(scene, run.slot(), register, seen.get())
                        : seen.isPresent()
                                && field.accepts(scene, run.slot(), register, seen.get());
        sheet.compare(
                Check.SAMPLE_REGISTERS,
                good,
                run.where(),
                register + " in the sample",
                unpopulated
                        ? "0x0, because nobody saved it"
                        : field.expected(scene.names(), register),
                seen.map(word -> field.shown(scene.names(), register, word)).orElse("absent"));
    }
}
