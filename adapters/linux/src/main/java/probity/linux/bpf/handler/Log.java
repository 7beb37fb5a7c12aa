package probity.linux.bpf.handler;

import java.util.List;

/**
 * What handlers left.
 *
 * @param records in the order in which the handlers started
 * @param lost how many hits found no slot left
 */
public record Log(List<LogRecord> records, long lost) {
    public Log {
        records = List.copyOf(records);
    }
}
