package dmhq.cli;

import dmhq.transports.email.reading.OneLine;

/** What somebody else has written, for a terminal that would obey some characters. */
final class Quoted {

    private Quoted() {}

    /** Returns a text in which whatever steers a terminal, or hides or turns letters round, is spelled out. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (OneLine.isPlain(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append("\\u{").append(Integer.toHexString(point)).append("}");
            }
        });
        return shown.toString();
    }
}
