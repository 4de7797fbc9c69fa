package dmhq.cli;

import dmhq.engine.Choices.Choice;
import dmhq.engine.Filled;
import dmhq.format.json.FlagShape;
import dmhq.format.json.Json;
import dmhq.format.json.Shape;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the questions of an action may be answered with, where that is little. */
final class Answers {

    private static final int FEW = 16;

    private Answers() {}

    /** Returns each action that can be answered; empty if there are many, as where an amount is asked for. */
    static Optional<List<Json.Members>> of(ActionForm form, Questions.Offers offers, ActionForm.Filling filling)
            throws Refusal, IOException {
        List<Map<String, Json>> all = List.of(Map.of());
        for (Shape.Member member : form.record().members()) {
            List<Json> values = values(member, offers, filling);
            if (values == null || all.size() * values.size() > FEW) {
                return Optional.empty();
            }
            List<Map<String, Json>> longer = new ArrayList<>();
            for (Map<String, Json> begun : all) {
                for (Json value : values) {
                    Map<String, Json> next = new LinkedHashMap<>(begun);
                    next.put(member.jsonName(), value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return Optional.of(all.stream().map(form::action).toList());
    }

    /** Returns what a component may be; null if that is more than a choice of single values. */
    private static @Nullable List<Json> values(Shape.Member member, Questions.Offers offers, ActionForm.Filling filling)
            throws Refusal, IOException {
        if (member.component().isAnnotationPresent(Filled.class)) {
            return List.of(filling.value(member));
        } else if (!TypedValue.isPossible(member.shape())) {
            return null;
        }
        List<Choice> choices =
                offers.of(member.component().getName(), member.shape()).values();
        if (choices != null) {
            return choices.stream()
                    .map(choice -> TypedValue.of(member.jsonName(), member.shape(), choice.value()))
                    .toList();
        }
        return member.shape() instanceof FlagShape ? List.of(new Json.Flag(true), new Json.Flag(false)) : null;
    }
}
