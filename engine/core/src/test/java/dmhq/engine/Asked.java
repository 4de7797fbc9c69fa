package dmhq.engine;

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
import java.util.List;

/**
 * A question that a player may be asked, and the form of its answer.
 *
 * @param shape of one answer, never a list or nullable
 */
record Asked(Question question, Shape shape) {

    /** Returns all that may be asked of the actions of a sealed interface. */
    static List<Asked> all(Class<? extends Action> actionType) {
        List<Asked> all = new ArrayList<>();
        for (RecordShape record :
                ((UnionShape) Codec.of(actionType).shape()).records().values()) {
            if (!record.type().isAnnotationPresent(Filled.class)) {
                collect(record.type().asSubclass(Action.class), "", record, all);
            }
        }
        return all;
    }

    private static void collect(Class<? extends Action> action, String above, Shape record, List<Asked> all) {
        for (Shape.Member member : record.members()) {
            if (!member.component().isAnnotationPresent(Filled.class)) {
                String name = above + member.component().getName();
                Shape one = one(member.shape());
                if (one instanceof RecordShape) {
                    collect(action, name + ".", one, all);
                } else {
                    all.add(new Asked(new Question(action, name), one));
                }
            }
        }
    }

    private static Shape one(Shape shape) {
        if (shape instanceof NullableShape nullable) {
            return one(nullable.present());
        }
        return shape instanceof ListShape list ? one(list.element()) : shape;
    }

    /** Tells whether a text is of the form of an answer. */
    boolean takes(String text) {
        try {
            shape.decode(json(text), "");
            return true;
        } catch (JsonException | ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    private Json json(String text) {
        if (shape instanceof NumberShape number) {
            BigDecimal value = new BigDecimal(text).setScale(number.decimals());
            return new Json.Amount(value.unscaledValue().longValueExact(), number.decimals());
        } else if (shape instanceof FlagShape && List.of("true", "false").contains(text)) {
            return new Json.Flag(text.equals("true"));
        }
        return shape instanceof TextShape ? new Json.Text(text) : new Json.Null();
    }
}
