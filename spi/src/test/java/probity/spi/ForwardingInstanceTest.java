package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingInstanceTest {
    /** A method that was forgotten would fall back on what the interface does by default. */
    @Test
    void everyCallIsPassedOn() throws Exception {
        List<String> reached = new ArrayList<>();
        Instance behind =
                (Instance)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Instance.class},
                                (proxy, method, arguments) -> {
                                    reached.add(method.getName());
                                    return null;
                                });
        Instance forwarding = new ForwardingInstance(behind) {};

        List<String> all = new ArrayList<>();
        for (Method method : Instance.class.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                all.add(method.getName());
                method.invoke(forwarding, new Object[method.getParameterCount()]);
            }
        }

        assertThat(reached).containsExactlyElementsOf(all).contains("codes", "close");
        assertThat(Arrays.stream(Instance.class.getMethods())).hasSameSizeAs(reached);
    }

    @Test
    void itNeedsAnInstance() {
        assertThatThrownBy(() -> new ForwardingInstance(null) {})
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the instance to forward to.");
    }
}
