package probity.machine;

/** The decoder met a word it knows better than to execute; the message says why. */
@SuppressWarnings("serial")
final class UnsupportedEncoding extends RuntimeException {
    UnsupportedEncoding(String reason) {
        super(reason, null, false, false);
    }
}
