package probity.linux.bpf.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import probity.linux.abi.Parcel;

/** What a call puts into guest memory at 0x1000, a line of 16 bytes at a time. */
final class Sent {
    private Sent() {}

    static void is(BpfCall call, int command, String expected) {
        assertThat(call.command()).isEqualTo(command);
        byte[] memory = Parcel.of(call.attribute()).at(0x1000);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < memory.length; i += 16) {
            int end = Math.min(memory.length, i + 16);
            text.append(HexFormat.ofDelimiter(" ").formatHex(memory, i, end)).append('\n');
        }
        assertThat(text).hasToString(expected);
    }
}
