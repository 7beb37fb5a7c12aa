package probity.judge;

import static probity.judge.Plans.COOKIE;
import static probity.judge.Plans.FUNC_IP;
import static probity.judge.Plans.STACK;
import static probity.judge.Plans.STACK_ID;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.spi.Execution;
import probity.spi.Helper;
import probity.spi.Observation;

/** The checks on helpers, each right and wrong. */
class HelperChecksTest {
    private static UnaryOperator<Execution> helped(int event, int code, List<Long> values) {
        return Spoil.observed(
                event,
                seen ->
                        seen instanceof Observation.Helped helped
                                ? new Observation.Helped(
                                        helped.label(), helped.helper(), code, values)
                                : seen);
    }

    @Test
    void helperStack() {
        CheckCase.of(Check.HELPER_STACK)
                .plan(attach(session("inner").onEntry(STACK)), call("outer"))
                .holds()
                .finds(
                        helped(0, -14, List.of()),
                        "HELPER_STACK: At the entry of inner (probe p, task 0, event 0), "
                                + "bpf_get_stack should be code 0 but is code -14.",
                        "POISON_INDEPENDENT: At the entry of inner (probe p, task 0, event "
                                + "0), what GET_STACK gives in the second run should be no frame but "
                                + "is inner+0x8/0x80 < middle+0x24/0x80 < outer+0x24/0x80 < "
                                + "0xffff800000090010.");
    }

    @Test
    void helperFuncIp() {
        CheckCase.of(Check.HELPER_FUNC_IP)
                .plan(attach(session("inner").onExit(FUNC_IP)), call("inner"))
                .holds()
                .finds(
                        helped(0, 0, List.of(0xbadL)),
                        "HELPER_FUNC_IP: At the exit of inner (probe p, task 0, event 0), "
                                + "the value of bpf_get_func_ip should be inner+0x0/0x80 but is 0xbad.",
                        "POISON_INDEPENDENT: At the exit of inner (probe p, task 0, event "
                                + "0), what GET_FUNC_IP gives in the second run should be 0xbad but is "
                                + "inner+0x0/0x80.");
    }

    @Test
    void helperCookie() {
        CheckCase.of(Check.HELPER_COOKIE)
                .plan(
                        attach(
                                session("middle", "inner")
                                        .onEntry(COOKIE)
                                        .withCookies(List.of(0x11L, 0x22L))),
                        call("middle"))
                .holds()
                .finds(
                        helped(1, 0, List.of(0x11L)),
                        "HELPER_COOKIE: At the entry of inner (probe p, task 0, event 1), "
                                + "the value of bpf_get_attach_cookie should be 0x22 but is 0x11.",
                        "POISON_INDEPENDENT: At the entry of inner (probe p, task 0, event "
                                + "1), what GET_ATTACH_COOKIE gives in the second run should be 0x11 "
                                + "but is 0x22.");
    }

    @Test
    void stacksAgree() {
        CheckCase.of(Check.STACKS_AGREE)
                .plan(attach(session("inner").onEntry(STACK, STACK_ID)), call("outer"))
                .holds()
                .finds(
                        Spoil.observed(
                                0,
                                seen ->
                                        seen instanceof Observation.Helped helped
                                                        && helped.helper() == Helper.GET_STACKID
                                                ? new Observation.Helped(
                                                        helped.label(),
                                                        helped.helper(),
                                                        0,
                                                        helped.values().subList(0, 1))
                                                : seen),
                        "HELPER_STACK: At the entry of inner (probe p, task 0, event 0), "
                                + "bpf_get_stackid should be inner+0x8/0x80 < middle+0x24/0x80 < "
                                + "outer+0x24/0x80 but is inner+0x8/0x80.",
                        "STACKS_AGREE: At the entry of inner (probe p, task 0, event 0), "
                                + "bpf_get_stackid should be inner+0x8/0x80 < middle+0x24/0x80 < "
                                + "outer+0x24/0x80 < 0xffff800000090010 as bpf_get_stack but is "
                                + "inner+0x8/0x80.",
                        "POISON_INDEPENDENT: At the entry of inner (probe p, task 0, event "
                                + "0), what GET_STACKID gives in the second run should be "
                                + "inner+0x8/0x80 but is inner+0x8/0x80 < middle+0x24/0x80 < "
                                + "outer+0x24/0x80 < 0xffff800000090010.");
    }
}
