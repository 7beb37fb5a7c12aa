package probity.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.linux.tracefs.ProbeEvent.Kind;

class ProbeEventTest {
    @Test
    void definitions() {
        assertThat(event(Kind.KPROBE).definition()).isEqualTo("p:probity/e1 vfs_open");
        assertThat(event(Kind.KRETPROBE).definition()).isEqualTo("r:probity/e1 vfs_open");
        assertThat(event(Kind.FPROBE_ENTRY).definition()).isEqualTo("f:probity/e1 vfs_open");
        assertThat(event(Kind.FPROBE_EXIT).definition()).isEqualTo("f:probity/e1 vfs_open%return");
    }

    @Test
    void a_pool_of_its_own() {
        assertThat(event(Kind.KRETPROBE).withMaxActive(16).definition())
                .isEqualTo("r16:probity/e1 vfs_open");
    }

    @Test
    void arguments() {
        assertThat(
                        event(Kind.KRETPROBE)
                                .withMaxActive(2)
                                .recording("r=$retval", "$comm")
                                .definition())
                .isEqualTo("r2:probity/e1 vfs_open r=$retval $comm");
        assertThat(event(Kind.FPROBE_EXIT).recording("a=$arg1").definition())
                .isEqualTo("f:probity/e1 vfs_open%return a=$arg1");
    }

    @Test
    void removal_and_files() {
        assertThat(event(Kind.KPROBE).removal()).isEqualTo("-:probity/e1");
        assertThat(event(Kind.KPROBE).idFile()).isEqualTo("events/probity/e1/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e", "a b", "a/b", "a-b", "ü"})
    void names_that_the_kernel_does_not_take(String name) {
        String message = "'" + name + "' is no name that an event or its group can have.";
        assertThatThrownBy(() -> ProbeEvent.of(Kind.KPROBE, "probity", name, "f"))
                .hasMessage(message);
        assertThatThrownBy(() -> ProbeEvent.of(Kind.KPROBE, name, "e", "f")).hasMessage(message);
    }

    @Test
    void the_longest_name() {
        String longest = "e".repeat(63);

        assertThat(ProbeEvent.of(Kind.KPROBE, "g", longest, "f").name()).isEqualTo(longest);
        assertThatThrownBy(() -> ProbeEvent.of(Kind.KPROBE, "g", longest + "e", "f"))
                .hasMessageEndingWith("is no name that an event or its group can have.");
    }

    @Test
    void a_symbol_that_would_be_two_words() {
        assertThatThrownBy(() -> ProbeEvent.of(Kind.KPROBE, "g", "e", "f g"))
                .hasMessage("'f g' cannot be the function of event e.");
    }

    @Test
    void a_pool_where_there_is_none() {
        assertThatThrownBy(() -> event(Kind.KPROBE).withMaxActive(3))
                .hasMessage("Event e1 is a KPROBE and cannot have a pool of 3.");
        assertThatThrownBy(() -> event(Kind.KRETPROBE).withMaxActive(-1))
                .hasMessage("Event e1 is a KRETPROBE and cannot have a pool of -1.");
    }

    @Test
    void a_line_of_dynamic_events_tells_of_an_event_on_an_fprobe() {
        ProbeEvent exit = event(Kind.FPROBE_EXIT).recording("x0=$retval:x64", "sp=$stack:x64");
        assertThat(ProbeEvent.parseFprobe(exit.definition())).contains(exit);
        assertThat(ProbeEvent.parseFprobe(event(Kind.FPROBE_ENTRY).definition()))
                .contains(event(Kind.FPROBE_ENTRY));
        assertThat(ProbeEvent.parseFprobe(event(Kind.KPROBE).definition())).isEmpty();
        assertThat(ProbeEvent.parseFprobe("")).isEmpty();
    }

    private static ProbeEvent event(Kind kind) {
        return ProbeEvent.of(kind, "probity", "e1", "vfs_open");
    }
}
