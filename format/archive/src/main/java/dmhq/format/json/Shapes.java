package dmhq.format.json;

import dmhq.format.Bytes;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Derives shapes from Java types; see {@link Codec} for the forms. */
final class Shapes {

    private static final List<Class<?>> WHOLE = List.of(int.class, Integer.class, long.class, Long.class);

    /** Reflection is slow, and the same types are asked for again and again. */
    private static final ClassValue<Shape> DERIVED = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return derived(type);
        }
    };

    private Shapes() {}

    static Shape of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return ofGeneric(parameterized);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException(type + " has no JSON form");
        }
        return DERIVED.get(plain);
    }

    private static Shape derived(Class<?> plain) {
        if (parseMethod(plain).isPresent()) {
            return ofParsed(plain);
        }
        if (plain.isRecord()) {
            return ofRecord(plain);
        }
        if (plain.isSealed() && !Json.class.isAssignableFrom(plain)) {
            return ofUnion(plain);
        }
        return ofScalar(plain);
    }

    private static Shape ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListShape(of(arguments[0]));
        }
        if (type.getRawType() == SortedMap.class) {
            Shape key = of(arguments[0]);
            if (key instanceof TextShape text && Comparable.class.isAssignableFrom(text.type())) {
                return new MapShape(text, of(arguments[1]));
            }
        }
        throw new IllegalArgumentException(type + " has no JSON form; List and SortedMap by text have");
    }

    private static Shape ofScalar(Class<?> type) {
        if (type == String.class) {
            return new TextShape(type, text -> text, Object::toString, "text");
        } else if (type == UUID.class) {
            return new TextShape(type, Shapes::uuid, Object::toString, "a UUID");
        } else if (type == LocalDate.class) {
            return new TextShape(type, LocalDate::parse, Object::toString, "a date such as 3025-04-10");
        } else if (type == Bytes.class) {
            return new TextShape(type, Bytes::ofHex, Object::toString, "hex digits");
        } else if (type.isEnum()) {
            return ofEnum(type);
        } else if (WHOLE.contains(type)) {
            return new NumberShape(type, 0);
        } else if (type == Instant.class) {
            return new NumberShape(type, 3);
        } else if (type == boolean.class || type == Boolean.class) {
            return new FlagShape();
        } else if (Json.class.isAssignableFrom(type)) {
            return new AnyShape(type);
        }
        return ofParsed(type);
    }

    /** A UUID in its one text form; {@link UUID#fromString} also takes shortened ones. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException("not a UUID in full lower-case form: " + text);
        }
        return uuid;
    }

    private static Shape ofEnum(Class<?> type) {
        SortedMap<String, Object> constants = new TreeMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
        }
        Function<String, Object> parse = text -> {
            Object constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("not " + String.join(", ", constants.keySet()) + ": " + text);
            }
            return constant;
        };
        return new TextShape(
                type,
                parse,
                constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT),
                "one of " + String.join(", ", constants.keySet()));
    }

    private static Optional<Method> parseMethod(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("parse") && method.getReturnType() == type)
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    private static Shape ofParsed(Class<?> type) {
        Method parse = parseMethod(type).orElseThrow(() -> new IllegalArgumentException(type + " has no JSON form"));
        Function<String, Object> parsing = text -> {
            try {
                return parse.invoke(null, text);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
            }
        };
        return new TextShape(type, parsing, Object::toString, described(type));
    }

    private static Shape ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (Json.class.isAssignableFrom(type)) {
            return new AnyShape(type);
        }
        if (components.length == 1 && components[0].getName().equals("value")) {
            return ofValueRecord(type, components[0]);
        }
        List<Shape.Member> members = new ArrayList<>();
        for (RecordComponent component : components) {
            members.add(new Shape.Member(snake(component.getName()), ofComponent(component), component));
        }
        return new RecordShape(type, members, constructor(type, components));
    }

    private static Shape ofValueRecord(Class<?> type, RecordComponent component) {
        if (!(of(component.getGenericType()) instanceof TextShape inner)) {
            throw new IllegalArgumentException(type + " wraps something else than text");
        }
        Constructor<?> constructor = constructor(type, new RecordComponent[] {component});
        Function<String, Object> parse = text -> {
            try {
                return constructor.newInstance(inner.parse().apply(text));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
            }
        };
        Function<Object, String> format = value -> {
            try {
                return inner.text(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        };
        return new TextShape(type, parse, format, described(type));
    }

    private static Shape ofComponent(RecordComponent component) {
        Decimals decimals = component.getAnnotation(Decimals.class);
        if (decimals != null && component.getType() != long.class) {
            throw new IllegalArgumentException(component + " has decimals but is no long");
        }
        Shape shape = decimals == null ? of(component.getGenericType()) : new NumberShape(long.class, decimals.value());
        return isNullable(component.getAnnotatedType()) ? new NullableShape(shape) : shape;
    }

    private static boolean isNullable(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized
                && Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                        .anyMatch(Shapes::isNullable)) {
            throw new IllegalArgumentException(type + " may hold null, which has no JSON form");
        }
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Shape ofUnion(Class<?> type) {
        SortedMap<String, RecordShape> records = new TreeMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (!(of(permitted) instanceof RecordShape shape)) {
                throw new IllegalArgumentException(permitted + " is no record");
            }
            records.put(permitted.getSimpleName(), shape);
        }
        return new UnionShape(tag(type), records);
    }

    private static String tag(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .map(each -> each.getAnnotation(Tagged.class))
                .filter(Objects::nonNull)
                .map(Tagged::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " is not @Tagged"));
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no JSON form, because it is not public", e);
        }
    }

    /** A type's name as words: {@code a seat id} for {@code SeatId}. */
    private static String described(Class<?> type) {
        String words = snake(type.getSimpleName()).replace('_', ' ');
        return (words.matches("[aeiou].*") ? "an " : "a ") + words;
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
