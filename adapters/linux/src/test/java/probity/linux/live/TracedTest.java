package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracedTest {
    private static final String TRACE =
            """
            # tracer: nop
            #
                        init-1       [000] d....    12.345678: seen: (vfs_open+0x34/0xf0) sp=0xffff8000828fbbc0
                        init-1       [000] d....    12.345680: <stack trace>
             => vfs_open+0x34/0xf0 <ffff800080400034>
             => path_openat+0x5cc/0x95c <ffff8000804005cc>
                        init-1       [000] d....    12.345690: another: (vfs_open+0x0/0xf0)
                        init-1       [000] d....    12.345700: seen: (vfs_open+0x34/0xf0) sp=0x0
            """;

    @Test
    void hits_have_values_and_the_stack_below_them() {
        List<Traced> hits = Traced.read(TRACE, List.of("seen"));

        assertThat(hits).hasSize(2);
        assertThat(hits.get(0).line())
                .isEqualTo("seen: (vfs_open+0x34/0xf0) sp=0xffff8000828fbbc0");
        assertThat(hits.get(0).value("sp")).isEqualTo(0xffff8000828fbbc0L);
        assertThat(hits.get(0).stack()).containsExactly(0xffff800080400034L, 0xffff8000804005ccL);
        assertThat(hits.get(1).values()).isEqualTo(Map.of("sp", 0L));
        assertThat(hits.get(1).stack()).isEmpty();
    }
}
