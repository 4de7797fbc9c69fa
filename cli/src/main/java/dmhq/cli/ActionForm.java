package dmhq.cli;

import dmhq.engine.About;
import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.ListShape;
import dmhq.format.json.NullableShape;
import dmhq.format.json.RecordShape;
import dmhq.format.json.Shape;
import dmhq.format.json.UnionShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of one action, derived from its record: component {@code targetPosition} is {@code
 * --target-position}, what lies inside it {@code --target-position.x}, and an option of a list may be
 * repeated. Components marked as filled have no option.
 */
final class ActionForm {

    private final RecordShape record;
    private final Codec<?> codec;

    private ActionForm(RecordShape record, Codec<?> codec) {
        this.record = record;
        this.codec = codec;
    }

    /** What fills the components that players do not type in. */
    record Filling(SeatId seat, String actionId, Supplier<UUID> uuids) {

        /** Returns what fills a component that is marked as filled. */
        Json value(Shape.Member member) {
            Class<?> type = member.component().getType();
            if (type == SeatId.class) {
                return new Json.Text(seat.value());
            } else if (type == UUID.class) {
                return new Json.Text(uuids.get().toString());
            } else if (member.jsonName().equals("action_id")) {
                return new Json.Text(actionId);
            }
            throw new IllegalStateException(member.component() + " is filled, but by what is not known");
        }
    }

    /** Returns the forms of the actions that players plan, by name. */
    static List<ActionForm> of(Class<?> actionType) {
        List<ActionForm> forms = new ArrayList<>();
        Codec<?> codec = Codec.of(actionType);
        if (codec.shape() instanceof UnionShape union) {
            for (RecordShape record : union.records().values()) {
                if (!record.type().isAnnotationPresent(Filled.class)) {
                    forms.add(new ActionForm(record, codec));
                }
            }
        }
        return forms;
    }

    /** Returns the action's name, the record's own. */
    String name() {
        return record.type().getSimpleName();
    }

    /** Returns the action's record. */
    RecordShape record() {
        return record;
    }

    /** Returns the action's class. */
    Class<? extends Action> type() {
        return record.type().asSubclass(Action.class);
    }

    /** Returns what help says of the action, a phrase without a full stop; empty if nothing. */
    String about() {
        About about = record.type().getAnnotation(About.class);
        return about == null ? "" : about.value();
    }

    /**
     * Checks that JSON is such an action.
     *
     * @throws JsonException if it is not
     */
    void check(Json.Members json) throws JsonException {
        codec.decode(json);
    }

    /** Tells whether a person means this action: its name in any case, with or without hyphens. */
    boolean isMeantBy(String word) {
        return name().equalsIgnoreCase(word.replace("-", ""));
    }

    /** Returns the action's name as it is typed. */
    String typed() {
        return kebab(name());
    }

    /** Returns the action as a command of its own. */
    CommandSpec command() {
        CommandSpec command = CommandSpec.create().name(kebab(name()));
        if (!about().isEmpty()) {
            command.usageMessage().description(Paragraph.sentence(about()));
        }
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        options("--", record, true).forEach(command::addOption);
        return command;
    }

    private static List<OptionSpec> options(String start, Shape record, boolean required) {
        List<OptionSpec> options = new ArrayList<>();
        for (Shape.Member member : record.members()) {
            if (member.component().isAnnotationPresent(Filled.class)) {
                continue;
            }
            String name = start + kebab(member.component().getName());
            boolean needed = required && !(member.shape() instanceof NullableShape);
            Shape shape = present(member.shape());
            if (shape instanceof RecordShape inner) {
                options.addAll(options(name + ".", inner, needed));
            } else {
                options.add(option(name, member, shape, needed));
            }
        }
        return options;
    }

    private static OptionSpec option(String name, Shape.Member member, Shape shape, boolean required) {
        boolean many = shape instanceof ListShape;
        About about = member.component().getAnnotation(About.class);
        String hint = many ? ((ListShape) shape).element().describe() : shape.describe();
        return OptionSpec.builder(name)
                .paramLabel(member.jsonName().toUpperCase(Locale.ROOT))
                .required(required)
                .arity("1")
                .type(many ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .description((about == null ? "" : Paragraph.sentence(about.value()) + " ") + "Takes " + hint
                        + (many ? "; may be repeated." : "."))
                .build();
    }

    /**
     * Returns the action that parsed options stand for.
     *
     * @throws IllegalArgumentException if an option's value is not of its kind
     */
    Json.Members action(ParseResult options, Filling filling) {
        return action(members("--", record, options, filling));
    }

    /** Returns the action with these members. */
    Json.Members action(Map<String, Json> members) {
        Map<String, Json> all = new LinkedHashMap<>();
        all.put("action_type", new Json.Text(name()));
        all.putAll(members);
        return new Json.Members(all);
    }

    private static Map<String, Json> members(String start, Shape record, ParseResult options, Filling filling) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Shape.Member member : record.members()) {
            String name = start + kebab(member.component().getName());
            Json value;
            if (member.component().isAnnotationPresent(Filled.class)) {
                value = filling.value(member);
            } else if (present(member.shape()) instanceof RecordShape inner) {
                boolean leftOut = member.shape() instanceof NullableShape && isLeftOut(name + ".", options);
                value = leftOut ? new Json.Null() : new Json.Members(members(name + ".", inner, options, filling));
            } else {
                value = typed(name, present(member.shape()), options.matchedOptionValue(name, null));
            }
            members.put(member.jsonName(), value);
        }
        return members;
    }

    private static boolean isLeftOut(String start, ParseResult options) {
        return options.matchedOptions().stream()
                .noneMatch(option -> option.longestName().startsWith(start));
    }

    private static Json typed(String name, Shape shape, @Nullable Object value) {
        if (value == null) {
            return new Json.Null();
        } else if (shape instanceof ListShape list) {
            List<Json> elements = new ArrayList<>();
            for (Object each : (List<?>) value) {
                elements.add(TypedValue.of(name, list.element(), each.toString()));
            }
            return new Json.Elements(elements);
        }
        return TypedValue.of(name, shape, value.toString());
    }

    /** Returns the shape of what is there, if anything is. */
    static Shape present(Shape shape) {
        return shape instanceof NullableShape nullable ? nullable.present() : shape;
    }

    private static String kebab(String camel) {
        return CamelCase.apart(camel, "-");
    }
}
