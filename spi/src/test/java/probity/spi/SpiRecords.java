package probity.spi;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** All records of the SPI, and a legal value for every type that occurs in them. */
final class SpiRecords {
    private SpiRecords() {}

    /** Every record in the package, nested ones included. */
    static List<Class<?>> all() throws IOException, URISyntaxException {
        Path classes =
                Path.of(Word.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .resolve("probity/spi");
        try (Stream<Path> files = Files.list(classes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(SpiRecords::load)
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    /** The name that messages give a record: with its enclosing type, without the package. */
    static String name(Class<?> record) {
        return record.getName().substring("probity.spi.".length()).replace('$', '.');
    }

    /** Legal arguments of a record's canonical constructor; collections in it can be modified. */
    static Object[] arguments(Class<?> record) {
        if (record == FieldState.class) {
            return new Object[] {FieldState.Kind.CONSTANT, 1L};
        }
        return Arrays.stream(record.getRecordComponents())
                .map(component -> legal(component.getGenericType()))
                .toArray();
    }

    static Object create(Class<?> record, Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object legal(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            Type raw = generic.getRawType();
            if (raw == List.class) {
                return new ArrayList<>(List.of(legal(of[0])));
            }
            if (raw == Set.class) {
                return new LinkedHashSet<>(Set.of(legal(of[0])));
            }
            if (raw == Map.class) {
                return new LinkedHashMap<>(Map.of(legal(of[0]), legal(of[1])));
            }
            if (raw == Optional.class) {
                return Optional.of(legal(of[0]));
            }
        }
        return legal((Class<?>) type);
    }

    private static Object legal(Class<?> type) {
        Map<Class<?>, Object> simple =
                Map.of(
                        int.class,
                        1,
                        long.class,
                        1L,
                        Integer.class,
                        1,
                        Long.class,
                        1L,
                        boolean.class,
                        true,
                        String.class,
                        "x0",
                        OptionalInt.class,
                        OptionalInt.of(1),
                        OptionalLong.class,
                        OptionalLong.of(1),
                        Bytes.class,
                        Bytes.none(),
                        RegisterFile.class,
                        RegisterFile.empty(Architecture.ARM64));
        if (simple.containsKey(type)) {
            return simple.get(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return create(type, arguments(type));
        }
        if (type.isSealed()) {
            return legal(type.getPermittedSubclasses()[0]);
        }
        throw new AssertionError("No legal value is known for " + type + "; add one here.");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("probity.spi." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
