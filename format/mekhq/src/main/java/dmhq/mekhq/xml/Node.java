package dmhq.mekhq.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One element with what is in it, whichever parser found it. Names compare without regard to case, as
 * MekHQ compares them.
 *
 * @param <N> the kind of node that the children are
 */
public abstract class Node<N extends Node<N>> {

    /** Returns the name as the file spells it. */
    public abstract String name();

    /** Returns the number of the line that the element begins in, from 1. */
    public abstract int line();

    /** Returns the elements in this one, in the file's order. */
    public abstract List<N> children() throws XmlException;

    /**
     * Returns the text of an element that holds nothing else.
     *
     * @throws XmlException if there are elements in it
     */
    public abstract String text() throws XmlException;

    /** Returns the value of an attribute; its name is compared as it is spelt. */
    public abstract Optional<String> attribute(String wanted) throws XmlException;

    /** Tells whether the element has that name. */
    public final boolean is(String wanted) {
        return name().equalsIgnoreCase(wanted);
    }

    /** Returns the children of that name. */
    public final List<N> children(String wanted) throws XmlException {
        List<N> found = new ArrayList<>();
        for (N child : children()) {
            if (child.is(wanted)) {
                found.add(child);
            }
        }
        return found;
    }

    /**
     * Hands over the children of that name one by one, in the file's order. Nothing of them is kept, so that a
     * long list needs no memory.
     */
    public final void each(String wanted, Visitor visitor) throws XmlException {
        each(wanted::equalsIgnoreCase, visitor);
    }

    /** Hands over the children whose names, as the file spells them, are wanted. */
    public void each(Predicate<String> wanted, Visitor visitor) throws XmlException {
        for (N child : children()) {
            if (wanted.test(child.name())) {
                visitor.visit(child);
            }
        }
    }

    /** What is done with one node after another. */
    public interface Visitor {

        /** Takes a look at a node. */
        void visit(Node<?> node) throws XmlException;
    }

    /** Tells whether there is a child of that name. */
    public final boolean has(String wanted) throws XmlException {
        return named(wanted).first() != null;
    }

    /**
     * Returns the child of that name if there is one.
     *
     * @throws XmlException if there are several
     */
    public final Optional<N> only(String wanted) throws XmlException {
        Named<N> named = named(wanted);
        if (named.count() > 1) {
            throw refused("found " + named.count() + " <" + wanted + "> in <" + name() + ">, expected at most one");
        }
        return Optional.ofNullable(named.first());
    }

    /** The first child of a name, and how many there are. */
    record Named<N>(@Nullable N first, int count) {}

    /** Looks for the children of a name. */
    Named<N> named(String wanted) throws XmlException {
        List<N> all = children(wanted);
        return new Named<>(all.isEmpty() ? null : all.get(0), all.size());
    }

    /**
     * Returns the one child of that name.
     *
     * @throws XmlException if there is none, or several
     */
    public final N need(String wanted) throws XmlException {
        Optional<N> found = only(wanted);
        if (found.isEmpty()) {
            throw refused("found no <" + wanted + "> in <" + name() + ">, expected one");
        }
        return found.get();
    }

    /** Returns the refusal of this element, to be thrown: the sentence, and the line it begins in. */
    public final XmlException refused(String sentence) {
        return new XmlException(sentence + " (line " + line() + ")");
    }
}
