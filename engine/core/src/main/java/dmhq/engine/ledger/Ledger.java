package dmhq.engine.ledger;

import dmhq.format.json.Json;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Double entry with holds, as a value: every unit is somewhere, always.
 *
 * <p>Accounts have any name but {@value #OTHERS} and exist from their first booking; balances may be
 * negative, and all balances and holds together are always 0. Every operation returns another ledger
 * and names all that it moves, so that a {@linkplain #foldedTo folded} ledger can follow it without
 * knowing what it hides.
 *
 * <p>Refuses, with {@link IllegalArgumentException}, balances and holds that do not add up to 0, and
 * more than 2^53 − 1 units in positive balances and holds, which keeps every number within what
 * JSON readers keep exact. A booking that cannot be, such as releasing what is not held, is a broken
 * invariant and throws {@link IllegalStateException}.
 *
 * @param balances units by account
 * @param holds what is under way, by an id that the rules choose
 */
public record Ledger(SortedMap<String, Long> balances, SortedMap<String, Hold> holds) {

    /** The account that a folded ledger has in place of all it hides. */
    public static final String OTHERS = "*";

    /** The ledger in which nothing was booked yet. */
    public static final Ledger EMPTY = new Ledger(new TreeMap<>(), new TreeMap<>());

    public Ledger {
        balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
        holds = Collections.unmodifiableSortedMap(new TreeMap<>(holds));
        BigInteger owed = BigInteger.ZERO;
        BigInteger owned = BigInteger.ZERO;
        for (long balance : balances.values()) {
            owed = owed.add(BigInteger.valueOf(Math.min(balance, 0)));
            owned = owned.add(BigInteger.valueOf(Math.max(balance, 0)));
        }
        for (Hold hold : holds.values()) {
            owned = owned.add(BigInteger.valueOf(hold.amount()));
        }
        if (owed.add(owned).signum() != 0) {
            throw new IllegalArgumentException("balances and holds add up to " + owed.add(owned) + ", not to 0");
        }
        if (owned.compareTo(BigInteger.valueOf(Json.LARGEST)) > 0) {
            throw new IllegalArgumentException("a ledger of " + owned + " units is beyond 2^53 - 1");
        }
    }

    /** Returns the ledger after units moved from one account to another. */
    public Ledger transfer(String from, String to, long amount) {
        return transfer(List.of(new Transfer(from, to, amount)));
    }

    /** Returns the ledger after all of them, for the price of copying it once. */
    public Ledger transfer(Collection<Transfer> transfers) {
        SortedMap<String, Long> booked = new TreeMap<>(balances);
        for (Transfer transfer : transfers) {
            booked.merge(shown(transfer.from()), -transfer.amount(), Math::addExact);
            booked.merge(shown(transfer.to()), transfer.amount(), Math::addExact);
        }
        return new Ledger(booked, holds);
    }

    /**
     * Returns the ledger with a new account of 0 units, which a folded ledger then knows by its name.
     * Without it, a folded ledger takes an account that it has never seen for one of the hidden.
     */
    public Ledger open(String account) {
        SortedMap<String, Long> opened = new TreeMap<>(balances);
        if (opened.put(account, 0L) != null) {
            throw new IllegalStateException("the account '" + account + "' is open already");
        }
        return new Ledger(opened, holds);
    }

    /** Returns the ledger without an account, in which nothing is left and from which nothing is held. */
    public Ledger close(String account) {
        if (hides(account)) {
            return this;
        }
        if (balance(account) != 0 || held(account) != 0) {
            throw new IllegalStateException("the account '" + account + "' has " + balance(account) + " units, and "
                    + held(account) + " held from it; it cannot be closed");
        }
        SortedMap<String, Long> left = new TreeMap<>(balances);
        left.remove(account);
        return new Ledger(left, holds);
    }

    /** Returns the ledger after units left an account and wait under an id not held yet. */
    public Ledger hold(String id, Hold hold) {
        if (hides(hold.from())) {
            return this;
        }
        SortedMap<String, Hold> held = new TreeMap<>(holds);
        if (held.put(id, hold) != null) {
            throw new IllegalStateException("'" + id + "' is held already");
        }
        return booked(hold.from(), -hold.amount(), held);
    }

    /** Returns the ledger after what was held arrived in an account. */
    public Ledger complete(String id, Hold hold, String to) {
        if (hides(hold.from())) {
            return transfer(OTHERS, to, hold.amount());
        }
        return booked(shown(to), hold.amount(), without(id, hold));
    }

    /** Returns the ledger after what was held went back to where it came from. */
    public Ledger release(String id, Hold hold) {
        if (hides(hold.from())) {
            return this;
        }
        return booked(hold.from(), hold.amount(), without(id, hold));
    }

    /** Returns the units in an account; 0 if nothing was booked there. */
    public long balance(String account) {
        if (hides(account)) {
            throw new IllegalStateException("the account '" + account + "' is folded away");
        }
        return balances.getOrDefault(account, 0L);
    }

    /** Returns the units that left an account and have not arrived. */
    public long held(String account) {
        return holds.values().stream()
                .filter(hold -> hold.from().equals(account))
                .mapToLong(Hold::amount)
                .sum();
    }

    /** Returns how many units more can be moved or held before the ledger is full. */
    public long room() {
        long owned = balances.values().stream()
                        .mapToLong(balance -> Math.max(balance, 0))
                        .sum()
                + holds.values().stream().mapToLong(Hold::amount).sum();
        return Json.LARGEST - owned;
    }

    /**
     * Returns the ledger as those see it who know only some accounts: all other accounts, and what
     * is held from them, are one account named {@value #OTHERS}.
     *
     * <p>Folding commutes with every booking. Keeping an account that is folded away already throws
     * {@link IllegalStateException}.
     */
    public Ledger foldedTo(Collection<String> keep) {
        SortedMap<String, Long> kept = new TreeMap<>();
        keep.forEach(account -> kept.put(account, balance(account)));
        SortedMap<String, Hold> held = new TreeMap<>(holds);
        held.values().removeIf(hold -> !kept.containsKey(hold.from()));
        long known = kept.values().stream().mapToLong(Long::longValue).sum()
                + held.values().stream().mapToLong(Hold::amount).sum();
        kept.put(OTHERS, -known);
        return new Ledger(kept, held);
    }

    static void requirePositive(long amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("at least 1 unit moves, not " + amount);
        }
    }

    private boolean hides(String account) {
        return balances.containsKey(OTHERS) && !balances.containsKey(account);
    }

    private String shown(String account) {
        return hides(account) ? OTHERS : account;
    }

    private Ledger booked(String account, long amount, SortedMap<String, Hold> held) {
        SortedMap<String, Long> booked = new TreeMap<>(balances);
        booked.merge(account, amount, Math::addExact);
        return new Ledger(booked, held);
    }

    private SortedMap<String, Hold> without(String id, Hold hold) {
        SortedMap<String, Hold> held = new TreeMap<>(holds);
        if (!hold.equals(held.remove(id))) {
            throw new IllegalStateException("'" + id + "' is not held as " + hold + " but as " + holds.get(id));
        }
        return held;
    }
}
