package probity.linux.live;

import java.util.List;
import probity.linux.abi.LittleEndian;
import probity.linux.agent.Agent;
import probity.linux.perf.ControlPage;
import probity.linux.perf.PerfRecord;
import probity.linux.perf.RingBuffer;

/**
 * The ring buffer of a perf event, in the guest's memory.
 *
 * @param address where it is mapped
 */
record Ring(Agent agent, long address) {
    /** The records that nobody has taken yet. */
    List<PerfRecord> take() {
        ControlPage control = control();
        if (control.unread() == 0) {
            return List.of();
        }
        byte[] data = new byte[control.dataSize()];
        fetch(control, data);
        List<PerfRecord> records = RingBuffer.unread(control, data);
        taken(control);
        return records;
    }

    /** How many bytes are left until what nobody has taken yet fills the buffer. */
    int room() {
        ControlPage control = control();
        return control.dataSize() - control.unread();
    }

    /** Leaves out what nobody has taken yet. */
    void skip() {
        ControlPage control = control();
        if (control.unread() > 0) {
            taken(control);
        }
    }

    private ControlPage control() {
        return ControlPage.read(agent.peek(address + ControlPage.START, ControlPage.SIZE));
    }

    /** Over a serial line the whole buffer would take a fifth of a second. */
    private void fetch(ControlPage control, byte[] data) {
        int start = (int) (control.tail() % data.length);
        int first = Math.min(control.unread(), data.length - start);
        fetch(control, data, start, first);
        fetch(control, data, 0, control.unread() - first);
    }

    private void fetch(ControlPage control, byte[] data, int start, int size) {
        if (size > 0) {
            byte[] piece = agent.peek(address + control.dataOffset() + start, size);
            System.arraycopy(piece, 0, data, start, size);
        }
    }

    private void taken(ControlPage control) {
        agent.poke(address + ControlPage.TAIL, LittleEndian.words(List.of(control.head())));
    }
}
