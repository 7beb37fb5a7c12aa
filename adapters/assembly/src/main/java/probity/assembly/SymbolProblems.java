package probity.assembly;

import java.util.List;
import probity.reference.ElfImage.Symbol;
import probity.spi.Diagnostic;
import probity.spi.Stage;

/** What can be wrong with the symbols of the trampolines. */
final class SymbolProblems {
    private SymbolProblems() {}

    static Diagnostic undefinedSymbol(String symbol) {
        return problem(
                "undefined-symbol",
                "trampolines.elf leaves the symbol '%s' undefined.".formatted(symbol),
                "Nothing is linked to it later; the handlers' addresses come from the linker"
                        + " script. "
                        + ElfProblems.LINK);
    }

    static Diagnostic handlerElsewhere(Symbol handler, long expected) {
        return problem(
                "handler-elsewhere",
                "trampolines.elf has '%s' at 0x%x, but it is at 0x%x."
                        .formatted(handler.name(), handler.address(), expected),
                ElfProblems.LINK);
    }

    static Diagnostic missingSymbol(SetName set, Stage stage) {
        return problem(
                "missing-symbol",
                "The trampolines define no symbol '%s', which stage %d needs."
                        .formatted(set.symbol(), stage.number()),
                set == SetName.ENTRY
                        ? "Define it, and make it global."
                        : "Define it, and make it global; or correct kretprobe.stage.");
    }

    static Diagnostic symbolAtWrongStage(SetName set, Stage stage) {
        return problem(
                "symbol-at-wrong-stage",
                "The trampolines define '%s', which does not exist at stage %d."
                        .formatted(set.symbol(), stage.number()),
                set == SetName.RETURN
                        ? "At stage 0 there is no return hook beside kretprobe's: remove it, or"
                                + " correct kretprobe.stage."
                        : "At stage 3 nothing of kretprobe is left: remove it, or correct"
                                + " kretprobe.stage.");
    }

    static Diagnostic layoutOfBreak() {
        return problem(
                "kretprobe-layout-of-brk",
                "candidate.properties describes the set that kretprobe_trampoline stores, but it is"
                        + " a brk #7.",
                "The exception stores a full set: delete kretprobe.size and the offsets after"
                        + " kretprobe.");
    }

    static Diagnostic noLayoutOfHandBuilt() {
        return problem(
                "missing-property",
                "The properties 'kretprobe.pc' and 'kretprobe.size' are missing from"
                        + " candidate.properties.",
                "kretprobe_trampoline has no brk #7, so it stores a set by hand, which has to be"
                        + " described.");
    }

    static Diagnostic notGlobal(Symbol symbol) {
        return problem(
                "symbol-not-global",
                "The symbol '%s' of the trampolines is not global.".formatted(symbol.name()),
                "Add '.global " + symbol.name() + "'.");
    }

    static Diagnostic notInText(Symbol symbol) {
        return problem(
                "symbol-not-in-text",
                "The symbol '%s' of the trampolines is at 0x%x, which is not in executable text."
                        .formatted(symbol.name(), symbol.address()),
                "Put it after a '.text'.");
    }

    static Diagnostic misaligned(Symbol symbol) {
        return problem(
                "entry-misaligned",
                "The symbol '%s' of the trampolines is at 0x%x, which is not a multiple of 4."
                        .formatted(symbol.name(), symbol.address()),
                "Instructions are aligned to 4 bytes: put '.balign 4' before the symbol.");
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
