package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Transaction;
import dmhq.mekhq.facts.TransactionKind;
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

    private final Work work;

    private Plan(Work work) {
        this.work = work;
    }

    /**
     * Plans edits.
     *
     * @throws ImpossibleEditException if one of them cannot be made in this save as it is
     * @throws XmlException if the save has no place for one of them
     */
    public static Plan of(Element campaign, Facts facts, List<Edit> edits)
            throws ImpossibleEditException, XmlException {
        Work work = new Work(campaign, facts);
        Plan plan = new Plan(work);
        for (Edit edit : edits) {
            plan.add(edit);
        }
        work.finish();
        return plan;
    }

    /** Returns the changes to the bytes, apart from each other and in their order. */
    public List<Splice> splices() {
        return work.draft().splices();
    }

    /** Returns the facts that the edited save must have. */
    public Facts expected() {
        return work.facts();
    }

    private void add(Edit edit) throws ImpossibleEditException, XmlException {
        if (edit instanceof Edit.Wire wire) {
            book(wire.kind(), wire.amount(), wire.description());
        } else if (edit instanceof Edit.LedgerNote note) {
            book(TransactionKind.MISCELLANEOUS, 0, note.description());
        } else if (edit instanceof Edit.ReportLine line) {
            report(Text.escaped(line.text()));
        } else if (edit instanceof Edit.RemoveSpares spares) {
            new SparesEdits(work).remove(spares);
        } else if (edit instanceof Edit.AddSpares spares) {
            new SparesEdits(work).add(spares);
        } else if (edit instanceof Edit.RemoveUnit unit) {
            new UnitRemoval(work).remove(unit.unit());
        } else if (edit instanceof Edit.AddStockUnit unit) {
            new UnitArrival(work).add(unit);
        } else if (edit instanceof Edit.AddUnit unit) {
            new UnitArrival(work).add(unit);
        } else if (edit instanceof Edit.RemovePerson person) {
            new PersonEdits(work).remove(person.person());
        } else if (edit instanceof Edit.AddPerson person) {
            new PersonEdits(work).add(person);
        } else if (edit instanceof Edit.TakeUnitOffer offer) {
            new MarketEdits(work).take(offer);
        } else if (edit instanceof Edit.TakeApplicant applicant) {
            new MarketEdits(work).take(applicant);
        } else if (edit instanceof Edit.TakeContract contract) {
            new MarketEdits(work).take(contract);
        }
    }

    private void book(TransactionKind kind, long amount, String description) throws XmlException {
        Facts facts = work.facts();
        Transaction transaction =
                Transaction.of(kind, amount, description, facts.campaign().date(), facts.shape());
        Element finances = work.campaign().need("finances");
        Optional<Element> list =
                facts.shape().wrapsTransactions() ? finances.only("transactions") : Optional.of(finances);
        if (list.isPresent()) {
            work.draft().append(list.get(), "transaction", transaction.lines(facts.shape()));
        } else {
            work.draft().wrap(finances, "transactions", transaction.lines(facts.shape()));
        }
        List<Transaction> transactions = joined(facts.transactions(), transaction);
        Transaction.sum(transactions);
        work.become(facts.withTransactions(transactions));
    }

    private void report(String html) throws XmlException {
        List<Line> line = List.of(new Line(0, "<reportLine><![CDATA[" + html + "]]></reportLine>"));
        Element info = work.campaign().need("info");
        Map<String, List<String>> reports = new LinkedHashMap<>(work.facts().reports());
        for (String name : work.shape().reports()) {
            Optional<Element> report = info.only(name);
            if (report.isPresent()) {
                work.draft().append(report.get(), "reportLine", line);
                reports.computeIfPresent(name, (same, lines) -> joined(lines, html));
            }
        }
        if (reports.isEmpty()) {
            throw info.refused("found no <currentReport> in <info>, expected one to add a line to");
        }
        work.become(work.facts().withReports(reports));
    }

    private static <T> List<T> joined(List<T> some, T last) {
        List<T> all = new ArrayList<>(some);
        all.add(last);
        return List.copyOf(all);
    }
}
