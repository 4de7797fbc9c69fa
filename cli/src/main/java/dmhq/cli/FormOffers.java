package dmhq.cli;

import dmhq.engine.Choices;
import dmhq.engine.Choices.Choice;
import dmhq.engine.Question;
import dmhq.format.SeatId;
import dmhq.format.json.Shape;
import dmhq.format.json.TextShape;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What there is to choose from for the components of one action: what the rules offer; where they leave
 * it open, the seats of the session and the constants of an enum.
 */
record FormOffers(Planning planning, ActionForm form) implements Questions.Offers {

    @Override
    public Choices of(String component, Shape shape) throws Refusal, IOException {
        Choices offered = planning.choices(new Question(form.type(), component));
        if (offered.values() != null || !(shape instanceof TextShape text)) {
            return offered;
        } else if (text.type() == SeatId.class) {
            return new Choices(offered.hint(), planning.seats());
        } else if (text.type().isEnum()) {
            return new Choices(offered.hint(), constants(text));
        }
        return offered;
    }

    private static List<Choice> constants(TextShape text) {
        return Arrays.stream(text.type().getEnumConstants())
                .map(constant -> new Choice(text.text(constant), ""))
                .toList();
    }
}
