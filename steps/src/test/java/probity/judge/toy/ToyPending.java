package probity.judge.toy;

/** An exit that waits for its activation's return, with its entry data. */
final class ToyPending {
    final ToyProbe probe;
    final byte[] data;
    boolean cancelled;

    ToyPending(ToyProbe probe) {
        this.probe = probe;
        this.data = new byte[probe.probe.entryData()];
    }
}
