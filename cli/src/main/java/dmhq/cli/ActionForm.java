package dmhq.cli;

import dmhq.engine.About;
import dmhq.engine.Filled;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.FlagShape;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.ListShape;
import dmhq.format.json.NullableShape;
import dmhq.format.json.NumberShape;
import dmhq.format.json.RecordShape;
import dmhq.format.json.Shape;
import dmhq.format.json.TextShape;
import dmhq.format.json.UnionShape;
import java.math.BigDecimal;
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
    record Filling(SeatId seat, String actionId, Supplier<UUID> uuids) {}

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
        About about = record.type().getAnnotation(About.class);
        if (about != null) {
            command.usageMessage().description(sentence(about.value()));
        }
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        options("--", record).forEach(command::addOption);
        return command;
    }

    private static List<OptionSpec> options(String start, Shape record) {
        List<OptionSpec> options = new ArrayList<>();
        for (Shape.Member member : record.members()) {
            if (member.component().isAnnotationPresent(Filled.class)) {
                continue;
            }
            String name = start + kebab(member.component().getName());
            Shape shape = present(member.shape());
            if (shape instanceof RecordShape inner) {
                options.addAll(options(name + ".", inner));
            } else {
                options.add(option(name, member, shape));
            }
        }
        return options;
    }

    private static OptionSpec option(String name, Shape.Member member, Shape shape) {
        boolean many = shape instanceof ListShape;
        About about = member.component().getAnnotation(About.class);
        String hint = many ? ((ListShape) shape).element().describe() : shape.describe();
        return OptionSpec.builder(name)
                .paramLabel(member.jsonName().toUpperCase(Locale.ROOT))
                .required(!(member.shape() instanceof NullableShape))
                .arity("1")
                .type(many ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .description((about == null ? "" : sentence(about.value()) + " ") + "Takes " + hint
                        + (many ? "; may be repeated." : "."))
                .build();
    }

    /**
     * Returns the action that parsed options stand for.
     *
     * @throws IllegalArgumentException if an option's value is not of its kind
     */
    Json.Members action(ParseResult options, Filling filling) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("action_type", new Json.Text(name()));
        members.putAll(members("--", record, options, filling));
        return new Json.Members(members);
    }

    private static Map<String, Json> members(String start, Shape record, ParseResult options, Filling filling) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Shape.Member member : record.members()) {
            String name = start + kebab(member.component().getName());
            Json value;
            if (member.component().isAnnotationPresent(Filled.class)) {
                value = filled(member, filling);
            } else if (present(member.shape()) instanceof RecordShape inner) {
                value = new Json.Members(members(name + ".", inner, options, filling));
            } else {
                value = typed(name, present(member.shape()), options.matchedOptionValue(name, null));
            }
            members.put(member.jsonName(), value);
        }
        return members;
    }

    private static Json filled(Shape.Member member, Filling filling) {
        Class<?> type = member.component().getType();
        if (type == SeatId.class) {
            return new Json.Text(filling.seat().value());
        } else if (type == UUID.class) {
            return new Json.Text(filling.uuids().get().toString());
        } else if (member.jsonName().equals("action_id")) {
            return new Json.Text(filling.actionId());
        }
        throw new IllegalStateException(member.component() + " is filled, but by what is not known");
    }

    private static Json typed(String name, Shape shape, @Nullable Object value) {
        if (value == null) {
            return new Json.Null();
        } else if (shape instanceof ListShape list) {
            List<Json> elements = new ArrayList<>();
            for (Object each : (List<?>) value) {
                elements.add(leaf(name, list.element(), each.toString()));
            }
            return new Json.Elements(elements);
        }
        return leaf(name, shape, value.toString());
    }

    private static Json leaf(String name, Shape shape, String text) {
        if (shape instanceof TextShape) {
            return new Json.Text(text);
        } else if (shape instanceof FlagShape) {
            return new Json.Flag(flag(name, text));
        } else if (shape instanceof NumberShape number) {
            return number(name, number, text);
        }
        throw new IllegalArgumentException(name + " cannot be typed in; use --file");
    }

    private static boolean flag(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y" -> true;
            case "false", "no", "n" -> false;
            default -> throw new IllegalArgumentException(name + " takes true or false, not '" + text + "'");
        };
    }

    private static Json.Amount number(String name, NumberShape shape, String text) {
        try {
            BigDecimal value = new BigDecimal(text.replaceAll("[,_]", "")).setScale(shape.decimals());
            return new Json.Amount(value.unscaledValue().longValueExact(), shape.decimals());
        } catch (ArithmeticException | IllegalArgumentException e) {
            String kind = text.matches("-?[0-9]{16,}") ? "a smaller number" : shape.describe();
            throw new IllegalArgumentException(name + " takes " + kind + ", not '" + text + "'", e);
        }
    }

    private static Shape present(Shape shape) {
        return shape instanceof NullableShape nullable ? nullable.present() : shape;
    }

    private static String kebab(String camel) {
        return CamelCase.apart(camel, "-");
    }

    private static String sentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }
}
