package dmhq.cli;

import dmhq.engine.Choices.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values to choose from, by their number or by what they are; where a value is itself a number, only by
 * what they are.
 *
 * @param choices at least one
 */
record Menu(List<Choice> choices) {

    /** A value that says nothing to people, who read the words instead. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9.,_]+");

    Menu {
        choices = List.copyOf(choices);
    }

    /** Returns the lines to choose from, within 80 columns. */
    List<String> lines() {
        int width = choices.stream()
                .filter(choice -> !choice.words().isEmpty())
                .mapToInt(choice -> shown(choice).length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String number = isNumbered() ? String.format(Locale.ROOT, "%4d  ", i + 1) : "      ";
            String shown = shown(choice);
            if (choice.words().isEmpty()) {
                lines.add(number + shown);
            } else {
                String gap = width == 0 ? "" : " ".repeat(width - shown.length() + 2);
                lines.addAll(Paragraph.lines(number + shown + gap, choice.words()));
            }
        }
        return lines;
    }

    /** Returns the value that was typed; empty if there is none such. */
    Optional<String> value(String typed) {
        if (isNumbered() && typed.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(typed);
            return number < 1 || number > choices.size()
                    ? Optional.empty()
                    : Optional.of(choices.get(number - 1).value());
        }
        return choices.stream()
                .map(Choice::value)
                .filter(typed::equalsIgnoreCase)
                .findFirst();
    }

    /** Returns what may be typed, such as {@code 1-3}. */
    String range() {
        if (!isNumbered()) {
            return "one of these";
        }
        return choices.size() == 1 ? "1" : "1-" + choices.size();
    }

    /** Returns what to say of something else that was typed, a phrase without a full stop. */
    String refusal(String typed) {
        String cure = !isNumbered()
                ? "one of the values above"
                : choices.size() == 1 ? "1" : "a number from 1 to " + choices.size();
        return "there is no '" + typed + "' to choose; type " + cure;
    }

    private boolean isNumbered() {
        return choices.stream()
                .noneMatch(choice -> NUMBER.matcher(choice.value()).matches());
    }

    private static String shown(Choice choice) {
        return UUID.matcher(choice.value()).matches() && !choice.words().isEmpty() ? "" : choice.value();
    }
}
