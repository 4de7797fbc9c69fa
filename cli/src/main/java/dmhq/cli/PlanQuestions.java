package dmhq.cli;

import dmhq.engine.Choices.Choice;
import dmhq.engine.Objection;
import dmhq.engine.SessionAction;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans by questions: which action, then its components, and again until the player wants nothing
 * more. An action is added when it is whole and nothing is wrong with it; until then the plan stays as
 * it was.
 */
final class PlanQuestions {

    private final Terminal terminal;
    private final Planning planning;
    private final List<ActionForm> forms;

    PlanQuestions(Terminal terminal, Planning planning, List<ActionForm> forms) {
        this.terminal = terminal;
        this.planning = planning;
        this.forms = forms.stream().filter(Questions::canFill).toList();
    }

    /** Shows what is planned, asks until the player has enough or nothing can be planned, and shows it again. */
    void ask() throws Refusal, IOException {
        show();
        Optional<String> closed = planning.closed();
        if (closed.isPresent()) {
            say("", Paragraph.sentence(closed.get()));
        }
        String question = "What do you want to plan? (Where dmhq asks for more, q leaves the action out.)";
        List<ActionForm> offered = offered(closed.isEmpty());
        if (offered.isEmpty()) {
            say("", "There is nothing that you could plan now.");
            return;
        }
        while (!offered.isEmpty()) {
            terminal.print("");
            terminal.print(question);
            offered = askFor(offered) ? offered(closed.isEmpty()) : List.of();
            question = "What else?";
        }
        terminal.print("");
        show();
    }

    private void show() throws Refusal, IOException {
        planning.paragraphs().forEach(terminal::print);
    }

    /** Asks for one action; returns whether the player may want another. */
    private boolean askFor(List<ActionForm> offered) throws Refusal, IOException {
        Menu menu = new Menu(offered.stream()
                .map(form -> new Choice(form.typed(), form.about()))
                .toList());
        menu.lines().forEach(terminal::print);
        while (true) {
            Optional<String> typed = terminal.line("action (" + menu.range() + ", Enter ends): ");
            if (typed.isEmpty() || typed.get().isEmpty() || typed.get().equalsIgnoreCase("q")) {
                return false;
            }
            Optional<String> action = menu.value(typed.get());
            if (action.isPresent()) {
                plan(offered.stream()
                        .filter(form -> form.typed().equals(action.get()))
                        .findFirst()
                        .orElseThrow());
                return true;
            }
            say("", Paragraph.sentence(menu.refusal(typed.get()) + ", or Enter to end"));
        }
    }

    private void plan(ActionForm form) throws Refusal, IOException {
        terminal.print("");
        String what = form.about().isEmpty() ? form.typed() : form.about();
        say("", Paragraph.sentence(what));
        List<Json.Members> action = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try {
            action.add(new Questions(terminal, new FormOffers(planning, form)).action(form, planning.filling()));
            form.check(action.get(0));
            planning.add(action).forEach(objection -> wrong.add(objection.sentence()));
        } catch (LeftOut e) {
            say("", "Left out; the plan is as it was.");
            return;
        } catch (JsonException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        if (wrong.isEmpty()) {
            say("", "Added to the plan.");
        }
        wrong.forEach(sentence -> say("", "Not added: " + sentence + "."));
    }

    /** Returns the actions that can be planned now, as far as that can be told before anything is asked. */
    private List<ActionForm> offered(boolean game) throws Refusal, IOException {
        List<ActionForm> offered = new ArrayList<>();
        for (ActionForm form : forms) {
            boolean session = SessionAction.class.isAssignableFrom(form.type());
            if ((game || session) && hasAnswers(form)) {
                offered.add(form);
            }
        }
        return offered;
    }

    private boolean hasAnswers(ActionForm form) throws Refusal, IOException {
        FormOffers offers = new FormOffers(planning, form);
        if (Questions.isClosed(form, offers)) {
            return false;
        }
        Optional<List<Json.Members>> all = Answers.of(form, offers, planning.filling());
        if (all.isEmpty()) {
            return true;
        }
        for (Json.Members action : all.get()) {
            List<Json.Members> with = new ArrayList<>(planning.planned());
            with.add(action);
            List<Objection> objections = planning.objections(with);
            if (objections.stream().noneMatch(objection -> isAbout(objection, action))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbout(Objection objection, Json.Members action) {
        return objection.actionId() == null
                || new Json.Text(objection.actionId()).equals(action.members().get("action_id"));
    }

    private void say(String start, String sentence) {
        Paragraph.lines(start, sentence).forEach(terminal::print);
    }
}
