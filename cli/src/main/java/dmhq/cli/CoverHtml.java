package dmhq.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cover as one page of HTML that is well-formed XML as well. It brings nothing along and asks for nothing,
 * and has no colours of its own for letters or ground, so that it is readable in light and in dark.
 */
final class CoverHtml implements CoverForm {

    private final StringBuilder page = new StringBuilder();

    /**
     * Begins with a title.
     *
     * @param session the name that stands above it
     */
    CoverHtml(String session, String title) {
        page.append("""
                <!DOCTYPE html>
                <html lang="en" dir="ltr">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                """);
        page.append("<title>").append(HtmlText.plain(title)).append("</title>\n");
        page.append("<style>:root{color-scheme:light dark}</style>\n</head>\n");
        page.append("<body style=\"margin:0;padding:0\">\n<div role=\"main\" style=\"max-width:36em;margin:0 auto;"
                + "padding:1.25em 1em;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,"
                + "sans-serif;overflow-wrap:anywhere\">\n");
        element("p", "margin:0;font-size:.875em;letter-spacing:.04em;opacity:.75", session);
        element("h1", "margin:0 0 .75em;font-size:1.625em;line-height:1.25", title);
    }

    @Override
    public void say(String sentences) {
        element("p", "margin:0 0 .75em", sentences);
    }

    @Override
    public void head(String words) {
        element("h2", "margin:1.5em 0 .5em;font-size:1.125em;line-height:1.3", words);
    }

    @Override
    public void list(List<String> phrases) {
        page.append("<ul style=\"margin:0 0 .75em;padding:0 0 0 1.25em\">\n");
        phrases.forEach(phrase -> element("li", "margin:0 0 .25em", phrase));
        page.append("</ul>\n");
    }

    @Override
    public void quote(String who, String words) {
        say(who + " says:");
        page.append(
                        "<blockquote dir=\"auto\" style=\"margin:0 0 .75em;padding:.25em .875em;border-left:4px solid #c98a1b;"
                                + "font-style:italic\">")
                .append(HtmlText.of(words))
                .append("</blockquote>\n");
    }

    @Override
    public void show(Instant instant, List<String> words) {
        page.append("<p style=\"margin:0 0 .75em;padding:.5em .875em;border-left:4px solid #c98a1b;"
                + "background:rgba(128,128,128,.12)\">\n");
        for (int number = 0; number < words.size(); number++) {
            page.append(number == 0 ? "" : "<br/>\n")
                    .append("<time datetime=\"")
                    .append(HtmlText.plain(instant.toString()))
                    .append("\">")
                    .append(number == 0 ? "<strong>" : "")
                    .append(HtmlText.of(words.get(number)))
                    .append(number == 0 ? "</strong>" : "")
                    .append("</time>");
        }
        page.append("\n</p>\n");
    }

    @Override
    public void type(String... commands) {
        page.append("<pre style=\"margin:0 0 .75em;padding:.5em .875em;border-radius:4px;"
                + "border:1px solid rgba(128,128,128,.4);background:rgba(128,128,128,.12);"
                + "font:14px/1.5 ui-monospace,Consolas,Menlo,monospace;white-space:pre-wrap\"><code>");
        page.append(Stream.of(commands).map(HtmlText::of).collect(Collectors.joining("\n")));
        page.append("</code></pre>\n");
    }

    @Override
    public void note(List<String> lines, String file) {
        page.append("<div role=\"contentinfo\" style=\"margin:2em 0 0;padding:.75em 0 0;"
                + "border-top:1px solid rgba(128,128,128,.4);font-size:.8125em;opacity:.8\">\n");
        lines.forEach(line -> element("p", "margin:0 0 .5em", line));
        page.append("<p style=\"margin:0\">Attached: <code>")
                .append(HtmlText.of(file))
                .append("</code></p>\n</div>\n");
    }

    /** Returns the whole page. */
    String page() {
        return page + "</div>\n</body>\n</html>\n";
    }

    private void element(String name, String style, String words) {
        page.append('<').append(name).append(" style=\"").append(style).append("\">");
        page.append(HtmlText.of(words)).append("</").append(name).append(">\n");
    }
}
