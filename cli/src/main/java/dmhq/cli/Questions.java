package dmhq.cli;

import dmhq.engine.About;
import dmhq.engine.Choices;
import dmhq.engine.Filled;
import dmhq.format.json.FlagShape;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.ListShape;
import dmhq.format.json.NullableShape;
import dmhq.format.json.RecordShape;
import dmhq.format.json.Shape;
import dmhq.format.json.TextShape;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the components of an action, one after the other, each until the answer has its form. What
 * may be left out is left out with an empty line, which also ends a list; {@code q} or the end of the
 * input leaves out the whole action.
 */
final class Questions {

    private static final String FLAG = "y/n";
    private static final String YES_OR_NO = "Type y or n, or q to leave the action out";

    private final Terminal terminal;
    private final Offers offers;

    /** What there is to choose from. */
    interface Offers {

        /** Returns what is offered for a component by its name; the shape is that of one value. */
        Choices of(String component, Shape shape) throws Refusal, IOException;
    }

    Questions(Terminal terminal, Offers offers) {
        this.terminal = terminal;
        this.offers = offers;
    }

    /** Tells whether all that an action needs can be asked for. */
    static boolean canFill(ActionForm form) {
        return canAsk(form.record());
    }

    /** Tells whether something that an action needs has no value now. */
    static boolean isClosed(ActionForm form, Offers offers) throws Refusal, IOException {
        return isClosed("", form.record(), offers);
    }

    private static boolean isClosed(String component, Shape shape, Offers offers) throws Refusal, IOException {
        if (shape instanceof ListShape list) {
            return isClosed(component, list.element(), offers);
        } else if (shape instanceof NullableShape) {
            return false;
        } else if (!(shape instanceof RecordShape)) {
            List<Choices.Choice> values = offers.of(component, shape).values();
            return values != null && values.isEmpty();
        }
        for (Shape.Member member : shape.members()) {
            String name = component.isEmpty() ? "" : component + ".";
            if (!isFilled(member) && isClosed(name + member.component().getName(), member.shape(), offers)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canAsk(Shape shape) {
        if (shape instanceof ListShape list) {
            return canAsk(list.element());
        } else if (shape instanceof RecordShape record) {
            return record.members().stream()
                    .allMatch(member ->
                            isFilled(member) || member.shape() instanceof NullableShape || canAsk(member.shape()));
        }
        return TypedValue.isPossible(shape);
    }

    /**
     * Returns the action that the answers make.
     *
     * @throws LeftOut if they end before
     */
    Json.Members action(ActionForm form, ActionForm.Filling filling) throws LeftOut, Refusal, IOException {
        return form.action(members("", form.record(), filling));
    }

    private Map<String, Json> members(String above, Shape record, ActionForm.Filling filling)
            throws LeftOut, Refusal, IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Shape.Member member : record.members()) {
            Json value = isFilled(member)
                    ? filling.value(member)
                    : value(above + member.component().getName(), member, filling);
            members.put(member.jsonName(), value);
        }
        return members;
    }

    private static boolean isFilled(Shape.Member member) {
        return member.component().isAnnotationPresent(Filled.class);
    }

    private Json value(String component, Shape.Member member, ActionForm.Filling filling)
            throws LeftOut, Refusal, IOException {
        boolean optional = member.shape() instanceof NullableShape;
        Shape shape = ActionForm.present(member.shape());
        if (optional && !canAsk(shape)) {
            return new Json.Null();
        }
        About about = member.component().getAnnotation(About.class);
        String phrase = about == null ? "" : about.value();
        if (shape instanceof RecordShape) {
            return optional && !wanted(phrase, named(component))
                    ? new Json.Null()
                    : new Json.Members(members(component + ".", shape, filling));
        } else if (shape instanceof ListShape list) {
            return elements(component, phrase, list.element(), optional, filling);
        }
        return new Leaf(component, phrase, shape)
                .ask(optional ? "Enter leaves it out" : "")
                .orElse(new Json.Null());
    }

    private Json elements(String component, String phrase, Shape element, boolean optional, ActionForm.Filling filling)
            throws LeftOut, Refusal, IOException {
        List<Json> elements = element instanceof RecordShape record
                ? records(component, phrase, record, optional, filling)
                : values(new Leaf(component, phrase, element), optional);
        return elements.isEmpty() ? new Json.Null() : new Json.Elements(elements);
    }

    private List<Json> values(Leaf leaf, boolean optional) throws LeftOut, Refusal, IOException {
        List<Json> elements = new ArrayList<>();
        Optional<Json> next = leaf.ask(optional ? "Enter leaves it out" : "");
        while (next.isPresent()) {
            elements.add(next.get());
            next = leaf.askAgain("Enter ends");
        }
        return elements;
    }

    private List<Json> records(
            String component, String phrase, RecordShape record, boolean optional, ActionForm.Filling filling)
            throws LeftOut, Refusal, IOException {
        List<Json> elements = new ArrayList<>();
        while (elements.isEmpty() ? !optional || wanted(phrase, named(component)) : wanted("", "one more")) {
            elements.add(new Json.Members(members(component + ".", record, filling)));
        }
        return elements;
    }

    private boolean wanted(String phrase, String name) throws LeftOut, IOException {
        if (!phrase.isEmpty()) {
            say(Paragraph.sentence(phrase));
        }
        while (true) {
            String typed = typed(name + "? (y/n): ");
            try {
                return ((Json.Flag) TypedValue.of(name, new FlagShape(), typed)).value();
            } catch (IllegalArgumentException e) {
                say(YES_OR_NO + ".");
            }
        }
    }

    /** One value, and how it is asked for. */
    private final class Leaf {

        private final String component;
        private final String phrase;
        private final Shape shape;
        private final Choices choices;

        Leaf(String component, String phrase, Shape shape) throws Refusal, IOException {
            this.component = component;
            this.phrase = phrase;
            this.shape = shape;
            this.choices = offers.of(component, shape);
        }

        /**
         * Says what the value is, and asks for it.
         *
         * @param empty what an empty line does; nothing if there must be a value
         */
        Optional<Json> ask(String empty) throws LeftOut, IOException {
            String said = phrase.isEmpty() ? "" : Paragraph.sentence(phrase);
            String hint = choices.hint().isEmpty() ? "" : Paragraph.sentence(choices.hint());
            String all = said + (said.isEmpty() || hint.isEmpty() ? "" : " ") + hint;
            if (!all.isEmpty()) {
                say(all);
            }
            menu().ifPresent(menu -> menu.lines().forEach(terminal::print));
            return askAgain(empty);
        }

        Optional<Json> askAgain(String empty) throws LeftOut, IOException {
            String kind = menu().map(Menu::range).orElse(kind());
            String both = kind + (kind.isEmpty() || empty.isEmpty() ? "" : ", ") + empty;
            String prompt = named(component) + (both.isEmpty() ? "" : " (" + both + ")") + ": ";
            while (true) {
                String typed = typed(prompt);
                if (typed.isEmpty() && !empty.isEmpty()) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(json(typed));
                } catch (IllegalArgumentException | JsonException e) {
                    say((kind.equals(FLAG) ? YES_OR_NO : e.getMessage()) + ".");
                }
            }
        }

        private Json json(String typed) throws JsonException {
            if (typed.isEmpty()) {
                throw new IllegalArgumentException("Something is needed here; q leaves the action out");
            }
            Optional<Menu> menu = menu();
            String value = menu.isEmpty()
                    ? typed
                    : menu.get()
                            .value(typed)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    named(component) + ": " + menu.get().refusal(typed)));
            Json json = TypedValue.of(named(component), shape, value);
            shape.decode(json, named(component));
            return json;
        }

        private Optional<Menu> menu() {
            return Optional.ofNullable(choices.values())
                    .filter(values -> !values.isEmpty())
                    .map(Menu::new);
        }

        private String kind() {
            if (shape instanceof FlagShape) {
                return FLAG;
            }
            return shape instanceof TextShape text && text.type() == String.class ? "" : shape.describe();
        }
    }

    private void say(String sentence) {
        Paragraph.lines("", sentence).forEach(terminal::print);
    }

    private String typed(String prompt) throws LeftOut, IOException {
        Optional<String> typed = terminal.line(prompt);
        if (typed.isEmpty() || typed.get().equalsIgnoreCase("q")) {
            throw new LeftOut();
        }
        return typed.get();
    }

    private static String named(String component) {
        return CamelCase.apart(component, " ").replace('.', ' ');
    }
}
