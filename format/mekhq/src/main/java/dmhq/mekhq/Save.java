package dmhq.mekhq;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A MekHQ save, read and found whole: the facts of the campaign that dmhq needs.
 *
 * <p>Read are files of MekHQ 0.3 to 0.45, 0.47 and 0.51 (see {@link Shape}), plain or gzipped by their
 * first bytes, in UTF-8 with or without a byte order mark, at most 256 MiB unpacked. What MekHQ's own
 * loader would fail on or silently misread is refused: a DOCTYPE, other encodings, a file cut off or
 * with bytes behind its end, a missing version, an unknown layout, a fact that occurs twice.
 *
 * <p>A save is a value; {@link #with} makes an edited copy and leaves it unchanged.
 */
public final class Save {

    /** The largest unpacked save that is read, 17 times the largest one known. */
    static final int MOST_BYTES = 256 * 1024 * 1024;

    private final Packing packing;
    private final byte[] xml;
    private final Element campaign;
    private final Facts facts;
    private final List<Transaction> transactions;
    private final Optional<CarryOver> carryOver;
    private final long funds;
    private final List<String> reportLines;

    private Save(Packing packing, byte[] xml) throws SaveException {
        WellFormed.check(xml);
        this.packing = packing;
        this.xml = xml;
        this.campaign = Element.root(xml);
        this.facts = Facts.of(campaign, Shape.of(campaign));
        this.transactions = Transaction.allOf(campaign, facts.shape());
        this.carryOver = Transaction.carryOver(transactions, facts.shape());
        this.funds = Transaction.sum(transactions);
        this.reportLines = reportLines("currentReport");
    }

    /**
     * Reads a save from the bytes of its file.
     *
     * @throws SaveException if the file cannot be used, saying what was found and what was expected
     */
    public static Save read(byte[] file) throws SaveException {
        Packing packing = Packing.of(file);
        return new Save(packing, packing.unpack(file, MOST_BYTES));
    }

    /**
     * Makes a copy of this save with the edits in it, in their order, and proves it: the copy is read
     * again, all bytes but the spliced ones are the same, and the ledger and the report have grown by
     * these edits and nothing else. Version, calendar and ids are never touched.
     *
     * @throws SaveException if this save has no place for an edit, or would no longer be one that can be
     *     read
     * @throws IllegalStateException if the proof fails; nothing unproved is ever handed out
     */
    public EditedSave with(List<Edit> edits) throws SaveException {
        List<Transaction> wires = only(Edit.Wire.class, edits)
                .map(wire -> Transaction.of(wire, date(), shape()))
                .toList();
        List<String> lines = only(Edit.ReportLine.class, edits)
                .map(line -> Text.escaped(line.text()))
                .toList();
        // Before anything is written, so that what is left for the proof to find can only be a bug.
        Transaction.sum(joined(transactions, wires));
        List<Splice> splices = new Plan(campaign, shape()).splices(wires, lines);
        byte[] edited = Splice.apply(xml, splices);
        if (edited.length > MOST_BYTES) {
            throw new SaveException(
                    "found " + edited.length + " bytes after the edits, expected at most " + MOST_BYTES);
        }
        byte[] file = packing.pack(edited);
        return new EditedSave(file, Proof.of(this, splices, wires, lines, file), splices);
    }

    /** Returns the campaign's id; none in files of 2017, where MekHQ makes up a new one at every load. */
    public Optional<UUID> id() {
        return facts.id();
    }

    /** Returns the campaign's name. */
    public String name() {
        return facts.name();
    }

    /** Returns the code of the campaign's faction, such as {@code MERC}. */
    public String faction() {
        return facts.faction();
    }

    /** Returns the campaign's current day. */
    public LocalDate date() {
        return facts.date();
    }

    /**
     * Returns the id of the star system (in old saves the planet) that the campaign is at. MekHQ's own
     * data may not know it; MekHQ then loads the campaign at Terra without a word.
     */
    public String location() {
        return facts.location();
    }

    /** Tells whether the game master's tools are switched on. */
    public boolean gmMode() {
        return facts.gmMode();
    }

    /** Returns the version of the MekHQ that wrote the save, such as {@code 0.51.00}. */
    public String version() {
        return facts.version();
    }

    /**
     * Returns the funds in whole C-bills: the sum of all transactions, as no save stores a balance. The
     * exact sum is rounded down once, at the end; it may be below zero.
     */
    public long funds() {
        return funds;
    }

    /** Returns the layout of the save. */
    public Shape shape() {
        return facts.shape();
    }

    /** Returns the lines of the day's general report, as HTML, the way MekHQ keeps them. */
    public List<String> reportLines() {
        return reportLines;
    }

    /**
     * Tells whether the description of a transaction has the reference in it, so that what was applied
     * before is not applied again. A reference is not found inside a longer word or number: {@code
     * wire-1} is not in {@code wire-12}. What was mentioned before the {@link #carryOver} is gone.
     *
     * @throws IllegalArgumentException if the reference is blank
     */
    public boolean mentions(String reference) {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("expected a reference, found none");
        }
        return transactions.stream().anyMatch(transaction -> transaction.mentions(reference));
    }

    /** Returns the newest transaction into which MekHQ folded all before it; empty as long as it has not. */
    public Optional<CarryOver> carryOver() {
        return carryOver;
    }

    /** Returns the unpacked bytes, for the proof only; nobody changes them. */
    byte[] xml() {
        return xml;
    }

    Facts facts() {
        return facts;
    }

    Packing packing() {
        return packing;
    }

    List<Transaction> transactions() {
        return transactions;
    }

    /** Returns the lines of one report in {@code info}; none if the save does not have that report. */
    List<String> reportLines(String report) throws SaveException {
        Optional<Element> element = campaign.need("info").only(report);
        var lines = new ArrayList<String>();
        if (element.isPresent()) {
            for (Element line : element.get().children("reportLine")) {
                lines.add(line.text());
            }
        }
        return List.copyOf(lines);
    }

    boolean hasReport(String report) throws SaveException {
        return campaign.need("info").has(report);
    }

    static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static <T extends Edit> Stream<T> only(Class<T> kind, List<Edit> edits) {
        return edits.stream().filter(kind::isInstance).map(kind::cast);
    }
}
