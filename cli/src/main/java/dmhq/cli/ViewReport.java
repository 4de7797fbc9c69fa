package dmhq.cli;

import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.workspace.Game;
import dmhq.workspace.Refusal;
import java.util.List;
import java.util.Map;

/**
 * Shows a state, or a seat's view of it, in words made from the names in it: for games that have no
 * words of their own. What fits into one line stands in one; what is empty is left out, or is its name.
 */
final class ViewReport {

    private static final int WIDTH = 76;

    private final Terminal terminal;

    ViewReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows the state of a game. */
    void show(Game<?, ?, ?> game) throws Refusal {
        terminal.print("The game, as far as you may know it:");
        members(encoded(game), 1);
    }

    private static <S extends Record> Json.Members encoded(Game<S, ?, ?> game) throws Refusal {
        return (Json.Members) Codec.of(game.rules().stateType()).encode(game.state());
    }

    private void members(Json.Members object, int depth) {
        object.members().forEach((name, value) -> line(name.replace('_', ' '), value, depth));
    }

    private void line(String name, Json value, int depth) {
        String indent = "  ".repeat(depth);
        if (isEmpty(value)) {
            if (depth > 1) {
                terminal.print(indent + name);
            }
            return;
        }
        String said = words(value);
        String words = indent + name + (value instanceof Json.Members ? ": " : " ") + said;
        if (isPlain(value) || (!said.isEmpty() && words.length() <= WIDTH)) {
            terminal.print(words);
            return;
        }
        terminal.print(indent + name + ":");
        if (value instanceof Json.Members inner) {
            members(inner, depth + 1);
        } else if (value instanceof Json.Elements array) {
            array.elements().forEach(each -> terminal.print(indent + "  - " + words(each)));
        }
    }

    private static String words(Json value) {
        return value instanceof Json.Members object ? Story.words(object) : Story.plain(value);
    }

    private static boolean isPlain(Json value) {
        return !(value instanceof Json.Members) && !(value instanceof Json.Elements);
    }

    private static boolean isEmpty(Json value) {
        return value instanceof Json.Null
                || value.equals(new Json.Members(Map.of()))
                || value.equals(new Json.Elements(List.of()));
    }
}
