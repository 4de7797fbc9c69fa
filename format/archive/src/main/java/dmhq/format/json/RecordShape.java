package dmhq.format.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object with one member for each component of a record. */
public final class RecordShape implements Shape {

    private final Class<?> type;
    private final List<Member> members;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type, List<Member> members, Constructor<?> constructor) {
        this.type = type;
        this.members = List.copyOf(members);
        this.constructor = constructor;
    }

    /** Returns the record's class. */
    public Class<?> type() {
        return type;
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public Json encode(Object value) {
        Map<String, Json> object = new LinkedHashMap<>();
        for (Member member : members) {
            Json json = member.shape().encode(read(member, value));
            if (isUnknown(member)) {
                object.putAll(((Json.Members) json).members());
            } else {
                object.put(member.jsonName(), json);
            }
        }
        return new Json.Members(object);
    }

    @Override
    public Object decode(Json json, String path) throws JsonException {
        if (!(json instanceof Json.Members object)) {
            throw Shape.refused(path, describe(), json);
        }
        Map<String, Json> left = new LinkedHashMap<>(object.members());
        Object[] arguments = new Object[members.size()];
        for (int i = 0; i < arguments.length; i++) {
            Member member = members.get(i);
            if (isUnknown(member)) {
                arguments[i] = new Json.Members(left);
                left.clear();
                continue;
            }
            Json found = left.remove(member.jsonName());
            String below = Shape.below(path, member.jsonName());
            if (found == null) {
                throw new JsonException(below + " is missing");
            }
            arguments[i] = member.shape().decode(found, below);
        }
        if (!left.isEmpty()) {
            throw new JsonException(
                    Shape.below(path, left.keySet().iterator().next()) + " is not known to " + describe());
        }
        return made(arguments, path);
    }

    @Override
    public String describe() {
        return "a " + type.getSimpleName();
    }

    private Object made(Object[] arguments, String path) throws JsonException {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw new JsonException((path.isEmpty() ? "" : path + ": ") + refusal.getMessage(), refusal);
            }
            throw new IllegalStateException("the constructor of " + type + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object read(Member member, Object value) {
        try {
            return member.component().getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(member.component() + " cannot be read", e);
        }
    }

    private static boolean isUnknown(Member member) {
        return member.component().isAnnotationPresent(Unknown.class);
    }
}
