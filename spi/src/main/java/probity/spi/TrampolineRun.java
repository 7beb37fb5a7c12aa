package probity.spi;

/**
 * One run of a trampoline, from arrival to resume, the handler not counted.
 *
 * @param symbol the trampoline
 * @param side at entry or at exit of the hooked function
 * @param instructions executed
 * @param bytesStored by those instructions
 * @param bytesLoaded by those instructions
 */
public record TrampolineRun(
        String symbol, Side side, long instructions, long bytesStored, long bytesLoaded) {
    public TrampolineRun {
        Given.value(symbol, "TrampolineRun.symbol");
        Given.value(side, "TrampolineRun.side");
    }
}
