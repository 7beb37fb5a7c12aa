package probity.run;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the step classes of one scenario: each is made once, through its only public constructor,
 * whose parameters are the {@link Trial} or other classes that are made the same way.
 */
final class TrialObjectFactory implements ObjectFactory {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private Trial trial;

    /** Names the trial of the next scenario. */
    void serve(Trial next) {
        trial = next;
    }

    @Override
    public void start() {
        made.clear();
    }

    @Override
    public void stop() {
        made.clear();
        trial = null;
    }

    @Override
    public boolean addClass(Class<?> glueClass) {
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        if (type == Trial.class) {
            return type.cast(trial);
        }
        Object instance = made.get(type);
        if (instance == null) {
            instance = make(type);
            made.put(type, instance);
        }
        return type.cast(instance);
    }

    private Object make(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length != 1) {
            throw new IllegalStateException(
                    type.getName()
                            + " has "
                            + constructors.length
                            + " public constructors; a step class needs exactly one.");
        }
        Class<?>[] types = constructors[0].getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = getInstance(types[i]);
        }
        try {
            return constructors[0].newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("Cannot make " + type.getName() + ".", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type.getName() + ".", e);
        }
    }
}
