package dmhq.mekhq;

import dmhq.mekhq.edit.Edit;
import dmhq.mekhq.edit.ImpossibleEditException;
import dmhq.mekhq.edit.Loading;
import dmhq.mekhq.edit.Plan;
import dmhq.mekhq.edit.Proof;
import dmhq.mekhq.facts.CarryOver;
import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Force;
import dmhq.mekhq.facts.Market;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.facts.Transaction;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.mul.MulException;
import dmhq.mekhq.mul.MulExport;
import dmhq.mekhq.mul.UnitMulFile;
import dmhq.mekhq.xml.Document;
import dmhq.mekhq.xml.Splice;
import dmhq.mekhq.xml.XmlException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A MekHQ save, read and found whole: the facts of the campaign that dmhq needs.
 *
 * <p>Read are files of MekHQ 0.3 to 0.45, 0.47, 0.50 and 0.51 (see {@link Shape}), plain or gzipped by their
 * first bytes, in UTF-8 with or without a byte order mark, at most 256 MiB unpacked. What MekHQ's own
 * loader would fail on or silently misread is refused: a DOCTYPE, other encodings, a file cut off or
 * with bytes behind its end, a missing version, an unknown layout, a fact or an id that occurs twice, a
 * person in two crews.
 *
 * <p>A save is a value; {@link #with} makes an edited copy and leaves it unchanged.
 */
public final class Save {

    private final Document document;
    private final Facts facts;
    private final Optional<CarryOver> carryOver;
    private final long funds;

    private Save(Document document) throws XmlException {
        this.document = document;
        this.facts = Facts.of(document.root());
        this.carryOver = Transaction.carryOver(facts.transactions(), facts.shape());
        this.funds = Transaction.sum(facts.transactions());
    }

    /**
     * Reads a save from the bytes of its file.
     *
     * @throws SaveException if the file cannot be used, saying what was found and what was expected
     */
    public static Save read(byte[] file) throws SaveException {
        try {
            return new Save(Document.read(file, Proof.WHAT, Proof.ROOTS));
        } catch (XmlException e) {
            throw new SaveException(e);
        }
    }

    /**
     * Makes a copy of this save with the edits in it, in their order, and proves it: the copy is read
     * again, all bytes but the spliced ones are the same, and the facts are the old ones with these edits
     * and nothing else, to two parsers. Version, calendar and location are never touched.
     *
     * @throws SaveException if an edit cannot be made (see {@link #obstacle}), or the save would no longer be one that can be
     *     read
     * @throws IllegalStateException if the proof fails; nothing unproved is ever handed out
     */
    public EditedSave with(List<Edit> edits) throws SaveException {
        try {
            Plan plan = Plan.of(document.root(), facts, edits);
            List<Splice> splices = plan.splices();
            byte[] edited = Splice.apply(document.xml(), splices);
            if (edited.length > Document.MOST_BYTES) {
                throw new XmlException(
                        "found " + edited.length + " bytes after the edits, expected at most " + Document.MOST_BYTES);
            }
            byte[] file = document.packing().pack(edited);
            return new EditedSave(file, new Save(Proof.of(document, facts, splices, plan.expected(), file)), splices);
        } catch (ImpossibleEditException e) {
            throw new SaveException(e);
        } catch (XmlException e) {
            throw new SaveException(e);
        }
    }

    /**
     * Returns why these edits cannot be made in this save as it is, fit to show the player; empty if they can.
     *
     * @throws SaveException if this save has no place for one of them
     */
    public Optional<String> obstacle(List<Edit> edits) throws SaveException {
        try {
            Plan.of(document.root(), facts, edits);
            return Optional.empty();
        } catch (ImpossibleEditException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (XmlException e) {
            throw new SaveException(e);
        }
    }

    /** Takes out of this save what is to go into another one. */
    public Loading loading() {
        return new Loading(document.root(), facts);
    }

    /** Returns everything that dmhq knows of the save. */
    public Facts facts() {
        return facts;
    }

    /** Returns the campaign's id; none in files of 2017, where MekHQ makes up a new one at every load. */
    public Optional<UUID> id() {
        return facts.campaign().id();
    }

    /** Returns the campaign's name. */
    public String name() {
        return facts.campaign().name();
    }

    /** Returns the code of the campaign's faction, such as {@code MERC}. */
    public String faction() {
        return facts.campaign().faction();
    }

    /** Returns the campaign's current day. */
    public LocalDate date() {
        return facts.campaign().date();
    }

    /**
     * Returns the id of the star system (in old saves the planet) that the campaign is at. MekHQ's own
     * data may not know it; MekHQ then loads the campaign at Terra without a word.
     */
    public String location() {
        return facts.campaign().location();
    }

    /** Tells whether the game master's tools are switched on. */
    public boolean gmMode() {
        return facts.campaign().gmMode();
    }

    /** Returns the version of the MekHQ that wrote the save, such as {@code 0.51.00}. */
    public String version() {
        return facts.campaign().version();
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
        return facts.reports().getOrDefault("currentReport", List.of());
    }

    /** Returns the campaign's units, in the file's order. */
    public List<Unit> units() {
        return facts.units();
    }

    /** Returns everyone in the campaign, in the file's order. */
    public List<Person> people() {
        return facts.people();
    }

    /** Returns the order of battle, each force in front of those within it. */
    public List<Force> forces() {
        return facts.forces();
    }

    /** Returns all parts, built in and spare, in the file's order. */
    public List<Part> parts() {
        return facts.parts();
    }

    /** Returns what the campaign's own markets offer. */
    public Market market() {
        return facts.market();
    }

    /**
     * Writes a force and those within it as a list of units for MegaMek.
     *
     * @throws MulException if there is no such force, or a unit of it cannot be written
     */
    public UnitMulFile mulOfForce(int force) throws MulException {
        return MulExport.of(document.root(), facts).force(force);
    }

    /**
     * Writes units as a list for MegaMek, in the order of this save.
     *
     * @throws MulException if one of them is not in this save, or cannot be written
     */
    public UnitMulFile mulOfUnits(Collection<UUID> units) throws MulException {
        return MulExport.of(document.root(), facts).units(units);
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
        return facts.transactions().stream().anyMatch(transaction -> transaction.mentions(reference));
    }

    /** Returns the newest transaction into which MekHQ folded all before it; empty as long as it has not. */
    public Optional<CarryOver> carryOver() {
        return carryOver;
    }
}
