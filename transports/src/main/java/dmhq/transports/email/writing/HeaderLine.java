package dmhq.transports.email.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One field of a mail's head, folded into lines of ASCII (RFC 5322, 2047 and 2231). */
final class HeaderLine {

    static final int WIDTH = 76;
    private static final String FOLD = "\r\n ";
    /** The most bytes of which an encoded word has room beside the name of its field. */
    private static final int WORD_BYTES = 36;

    private HeaderLine() {}

    /** Makes a field of words that mean something to programs; each has room in a line. */
    static String ofWords(String name, String... words) {
        StringBuilder field = new StringBuilder(name + ":");
        int width = field.length();
        for (String word : words) {
            if (width + 1 + word.length() > WIDTH && width > 0) {
                field.append("\r\n");
                width = 0;
            }
            field.append(' ').append(word);
            width += 1 + word.length();
        }
        return field.append("\r\n").toString();
    }

    /** Makes a field of text for people. */
    static String ofText(String name, String text) {
        String[] words = text.split(" ", -1);
        boolean plain =
                text.chars().allMatch(c -> c >= ' ' && c <= '~') && !text.contains("=?") && !text.contains("  ");
        for (String word : words) {
            plain &= !word.isEmpty() && word.length() + name.length() + 2 <= WIDTH;
        }
        if (plain) {
            return ofWords(name, words);
        }
        return ofWords(name, encodedWords(text).toArray(String[]::new));
    }

    private static List<String> encodedWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        text.codePoints().forEach(character -> {
            String next = Character.toString(character);
            if (utf8(piece + next).length > WORD_BYTES) {
                words.add(encodedWord(piece.toString()));
                piece.setLength(0);
            }
            piece.append(next);
        });
        words.add(encodedWord(piece.toString()));
        return words;
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(text)) + "?=";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** Makes a field with a file name as parameter; the name is ASCII without quotes and backslashes. */
    static String withName(String field, String value, String parameter, String fileName) {
        StringBuilder made = new StringBuilder(field + ": " + value);
        if (fileName.length() + parameter.length() + 4 <= WIDTH) {
            return made.append(";" + FOLD + parameter + "=\"" + fileName + "\"\r\n")
                    .toString();
        }
        int number = 0;
        for (int at = 0; at < fileName.length(); at += WIDTH / 4 * 3) {
            String piece = fileName.substring(at, Math.min(fileName.length(), at + WIDTH / 4 * 3));
            made.append(";" + FOLD + parameter + "*" + number++ + "=\"" + piece + "\"");
        }
        return made.append("\r\n").toString();
    }
}
