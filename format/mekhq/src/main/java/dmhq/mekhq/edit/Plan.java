package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.facts.Transaction;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.Splice;
import dmhq.mekhq.xml.Text;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What edits do to a save, in their order: the changes to its bytes, and the facts that it must have
 * afterwards. The two are worked out side by side and meet again only in the {@link Proof}.
 */
public final class Plan {

    private final Element campaign;
    private final Shape shape;
    private final Draft draft;
    private Facts facts;

    private Plan(Element campaign, Facts facts) throws XmlException {
        this.campaign = campaign;
        this.shape = facts.shape();
        this.draft = new Draft(campaign);
        this.facts = facts;
    }

    /**
     * Plans edits.
     *
     * @throws XmlException if the save has no place for one of them
     */
    public static Plan of(Element campaign, Facts facts, List<Edit> edits) throws XmlException {
        Plan plan = new Plan(campaign, facts);
        for (Edit edit : edits) {
            plan.add(edit);
        }
        return plan;
    }

    /** Returns the changes to the bytes, apart from each other and in their order. */
    public List<Splice> splices() {
        return draft.splices();
    }

    /** Returns the facts that the edited save must have. */
    public Facts expected() {
        return facts;
    }

    private void add(Edit edit) throws XmlException {
        if (edit instanceof Edit.Wire wire) {
            wire(wire);
        } else if (edit instanceof Edit.ReportLine line) {
            report(Text.escaped(line.text()));
        }
    }

    private void wire(Edit.Wire wire) throws XmlException {
        Transaction transaction = Transaction.of(
                wire.kind(), wire.amount(), wire.description(), facts.campaign().date(), shape);
        Element finances = campaign.need("finances");
        Optional<Element> list = shape.wrapsTransactions() ? finances.only("transactions") : Optional.of(finances);
        if (list.isPresent()) {
            draft.append(list.get(), "transaction", transaction.lines(shape));
        } else {
            draft.wrap(finances, "transactions", transaction.lines(shape));
        }
        List<Transaction> transactions = new ArrayList<>(facts.transactions());
        transactions.add(transaction);
        facts = facts.withTransactions(transactions);
        Transaction.sum(transactions);
    }

    private void report(String html) throws XmlException {
        List<Line> line = List.of(new Line(0, "<reportLine><![CDATA[" + html + "]]></reportLine>"));
        Element info = campaign.need("info");
        Map<String, List<String>> reports = new LinkedHashMap<>(facts.reports());
        for (String name : shape.reports()) {
            Optional<Element> report = info.only(name);
            if (report.isPresent()) {
                draft.append(report.get(), "reportLine", line);
                reports.computeIfPresent(name, (same, lines) -> joined(lines, html));
            }
        }
        if (reports.isEmpty()) {
            throw info.refused("found no <currentReport> in <info>, expected one to add a line to");
        }
        facts = facts.withReports(reports);
    }

    private static List<String> joined(List<String> lines, String last) {
        List<String> all = new ArrayList<>(lines);
        all.add(last);
        return List.copyOf(all);
    }
}
