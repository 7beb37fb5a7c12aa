package probity.linux.bpf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelperFunctionTest {
    @Test
    void numbers_and_names_are_those_of_the_kernel() {
        assertThat(
                        Arrays.stream(HelperFunction.values())
                                .collect(
                                        Collectors.toMap(
                                                HelperFunction::toString, HelperFunction::number)))
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("bpf_map_lookup_elem", 1),
                                Map.entry("bpf_ktime_get_ns", 5),
                                Map.entry("bpf_get_smp_processor_id", 8),
                                Map.entry("bpf_tail_call", 12),
                                Map.entry("bpf_get_current_pid_tgid", 14),
                                Map.entry("bpf_perf_event_output", 25),
                                Map.entry("bpf_get_stackid", 27),
                                Map.entry("bpf_get_stack", 67),
                                Map.entry("bpf_probe_read_kernel", 113),
                                Map.entry("bpf_get_task_stack", 141),
                                Map.entry("bpf_get_current_task_btf", 158),
                                Map.entry("bpf_get_func_ip", 173),
                                Map.entry("bpf_get_attach_cookie", 174)));
    }

    @Test
    void a_helper_is_found_by_its_number() {
        assertThat(HelperFunction.of(67)).contains(HelperFunction.GET_STACK);
        assertThat(HelperFunction.of(2)).isEmpty();
    }
}
