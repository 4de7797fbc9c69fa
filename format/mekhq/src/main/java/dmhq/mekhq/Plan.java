package dmhq.mekhq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns edits into splices. All wires make one splice and so do all lines of one report, because they
 * come to stand one after the other at the end of their list.
 */
final class Plan {

    private final Element campaign;
    private final Shape shape;
    private final String step;

    Plan(Element campaign, Shape shape) throws SaveException {
        this.campaign = campaign;
        this.shape = shape;
        this.step = step(campaign);
    }

    List<Splice> splices(List<Transaction> wires, List<String> reportLines) throws SaveException {
        var splices = new ArrayList<Splice>();
        if (!wires.isEmpty()) {
            splices.add(ledger(
                    wires.stream().flatMap(wire -> wire.lines(shape).stream()).toList()));
        }
        if (!reportLines.isEmpty()) {
            List<Line> lines = reportLines.stream()
                    .map(text -> new Line(0, "<reportLine><![CDATA[" + text + "]]></reportLine>"))
                    .toList();
            for (Element report : reports()) {
                splices.add(append(report, last(report.children()), lines));
            }
        }
        splices.sort(Comparator.comparingInt(Splice::offset));
        return List.copyOf(splices);
    }

    /** Returns by how much the save indents each level: as far as the first child that begins a line. */
    private static String step(Element campaign) throws SaveException {
        return campaign.children().stream()
                .map(Layout::of)
                .filter(layout -> !layout.lineEnd().isEmpty())
                .map(Layout::indent)
                .findFirst()
                .orElse("");
    }

    private Splice ledger(List<Line> lines) throws SaveException {
        Optional<Element> list = Transaction.list(campaign, shape);
        if (list.isEmpty()) {
            var wrapped = new ArrayList<Line>();
            wrapped.add(new Line(0, "<transactions>"));
            lines.forEach(line -> wrapped.add(line.deeper()));
            wrapped.add(new Line(0, "</transactions>"));
            return append(campaign.need("finances"), Optional.empty(), wrapped);
        }
        List<Element> others = list.get().children("transaction");
        return append(list.get(), last(others.isEmpty() ? list.get().children() : others), lines);
    }

    private List<Element> reports() throws SaveException {
        Element info = campaign.need("info");
        var reports = new ArrayList<Element>();
        for (String name : shape.reports()) {
            info.only(name).ifPresent(reports::add);
        }
        if (reports.isEmpty()) {
            throw new SaveException("found no <currentReport> in <info>, expected one to add a line to");
        }
        return reports;
    }

    /** Adds lines behind one child of an element, or in front of all. */
    private Splice append(Element parent, Optional<Element> behind, List<Line> lines) {
        if (behind.isPresent()) {
            String text = Layout.of(behind.get()).set(lines, step);
            return Splice.at(parent.xml(), behind.get().end(), "", text);
        }
        Layout outer = Layout.of(parent);
        String text = outer.inside(step).set(lines, step);
        if (parent.selfClosing()) {
            String opened = ">" + text + outer.gap() + "</" + parent.name() + ">";
            return Splice.at(parent.xml(), parent.end() - 2, "/>", opened);
        }
        return Splice.at(parent.xml(), parent.contentStart(), "", breaksAtOnce(parent) ? text : text + outer.gap());
    }

    private static boolean breaksAtOnce(Element parent) {
        byte[] xml = parent.xml();
        int at = parent.contentStart();
        while (xml[at] == ' ' || xml[at] == '\t') {
            at++;
        }
        return xml[at] == '\n' || xml[at] == '\r';
    }

    private static Optional<Element> last(List<Element> elements) {
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(elements.size() - 1));
    }
}
