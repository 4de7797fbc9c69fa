package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a campaign's ledger.
 *
 * @param kind as the save writes it, a number or a name; see {@link TransactionKind}
 * @param date as the save writes it, with or without a time
 * @param amount in C-bills, below zero for money spent
 */
public record Transaction(String kind, String date, BigDecimal amount, String description) {

    private static final String CARRY_OVER = "CARRYOVER";
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,18})");
    private static final Pattern MONEY = Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,9})?) CSB");

    /** Makes the transaction that MekHQ itself would have booked on that day. */
    public static Transaction of(TransactionKind kind, long amount, String description, LocalDate day, Shape shape) {
        // MekHQ before 0.50 loads a date without a time and then fails on its next save.
        return new Transaction(
                kind.in(shape),
                shape.bareDates() ? day.toString() : day + " 12:00:00",
                BigDecimal.valueOf(amount),
                description);
    }

    static List<Transaction> allOf(Node<?> finances, Shape shape) throws XmlException {
        Optional<? extends Node<?>> list = list(finances, shape);
        var transactions = new ArrayList<Transaction>();
        if (list.isPresent()) {
            for (Node<?> transaction : list.get().children("transaction")) {
                transactions.add(read(transaction, shape));
            }
        }
        return List.copyOf(transactions);
    }

    private static Optional<? extends Node<?>> list(Node<?> finances, Shape shape) throws XmlException {
        return shape.wrapsTransactions() ? finances.only("transactions") : Optional.of(finances);
    }

    /**
     * Returns the sum in whole C-bills, rounded down, so that no C-bill is counted that is not there
     * and a whole wire changes the sum by exactly its amount.
     */
    public static long sum(List<Transaction> transactions) throws XmlException {
        BigDecimal sum = transactions.stream().map(Transaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return sum.setScale(0, RoundingMode.FLOOR).longValueExact();
        } catch (ArithmeticException e) {
            throw new XmlException("found funds of " + sum + " C-bills, expected at most 19 digits", e);
        }
    }

    /**
     * Returns the newest carry-over; none if MekHQ has not folded this ledger yet.
     *
     * @throws XmlException if its date is none
     */
    public static Optional<CarryOver> carryOver(List<Transaction> transactions, Shape shape) throws XmlException {
        Optional<CarryOver> newest = Optional.empty();
        for (Transaction transaction : transactions) {
            if (transaction.carriesOver(shape)) {
                var found = new CarryOver(transaction.day(), sum(List.of(transaction)));
                newest = newest.filter(other -> other.date().isAfter(found.date()))
                        .or(() -> Optional.of(found));
            }
        }
        return newest;
    }

    /**
     * Tells whether MekHQ folded its ledger into this. Before 0.49 that was booked as starting capital,
     * which saves that came from there still say; its text is trusted only in that kind, because a wire
     * may be from a campaign of any name.
     */
    private boolean carriesOver(Shape shape) {
        boolean newYear = !shape.bareDates() && date.startsWith("-01-01", 4);
        boolean says = description.toLowerCase(Locale.ROOT).contains("carryover");
        return kind.equals(CARRY_OVER)
                || (kind.equals(TransactionKind.STARTING_CAPITAL.in(shape)) && (newYear || says));
    }

    private LocalDate day() throws XmlException {
        try {
            return LocalDate.parse(date.substring(0, Math.min(date.length(), 10)));
        } catch (DateTimeParseException e) {
            throw new XmlException("found the date '" + date + "' in a carry-over, expected one like 3026-01-01", e);
        }
    }

    /** Returns the transaction as the shape's own MekHQ would write it. */
    public List<Line> lines(Shape shape) {
        String money = amount.toPlainString() + (shape.namesCurrency() ? " CSB" : "");
        var lines = new ArrayList<Line>();
        lines.add(new Line(0, "<transaction>"));
        if (shape.wrapsTransactions()) {
            lines.add(Line.of(1, "type", kind));
            lines.add(Line.of(1, "date", date));
            lines.add(Line.of(1, "amount", money));
            lines.add(Line.of(1, "description", description));
        } else {
            lines.add(Line.of(1, "amount", money));
            lines.add(Line.of(1, "description", description));
            lines.add(Line.of(1, "category", kind));
            lines.add(Line.of(1, "date", date));
        }
        lines.add(new Line(0, "</transaction>"));
        return lines;
    }

    /** Tells whether the description has the reference in it, not as a piece of a longer word or number. */
    public boolean mentions(String reference) {
        for (int at = description.indexOf(reference); at >= 0; at = description.indexOf(reference, at + 1)) {
            int end = at + reference.length();
            boolean startsInside = at > 0 && inWord(description.charAt(at - 1)) && inWord(reference.charAt(0));
            boolean endsInside = end < description.length()
                    && inWord(description.charAt(end))
                    && inWord(reference.charAt(reference.length() - 1));
            if (!startsInside && !endsInside) {
                return true;
            }
        }
        return false;
    }

    private static boolean inWord(char character) {
        return Character.isLetterOrDigit(character) || character == '-' || character == '_';
    }

    private static Transaction read(Node<?> element, Shape shape) throws XmlException {
        Optional<? extends Node<?>> description = element.only("description");
        return new Transaction(
                element.need(shape.wrapsTransactions() ? "type" : "category")
                        .text()
                        .strip(),
                element.need("date").text().strip(),
                amount(element.need("amount"), shape),
                description.isPresent() ? description.get().text() : "");
    }

    private static BigDecimal amount(Node<?> element, Shape shape) throws XmlException {
        String text = element.text().strip();
        Matcher matcher = (shape.namesCurrency() ? MONEY : WHOLE).matcher(text);
        if (!matcher.matches()) {
            throw element.refused("found the amount '" + text + "' in <transaction>, expected one like "
                    + (shape.namesCurrency() ? "5000 CSB" : "5000") + " in a save of this shape");
        }
        return new BigDecimal(matcher.group(1));
    }
}
