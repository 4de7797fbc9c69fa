package dmhq.engine;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks everything about a file that can be checked from it alone, step by step. */
public final class Verification {

    private final List<String> proved = new ArrayList<>();
    private final List<String> notYetProvable = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Verification() {}

    /** Returns what can be said of an unsealed file; stops at the first thing that is wrong. */
    public static Findings of(byte[] file) {
        try {
            return of(PackedFile.read(file));
        } catch (ArchiveException e) {
            return new Findings(List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /** Returns what can be said of a file whose entries have been read; stops at the first thing that is wrong. */
    public static Findings of(PackedFile file) {
        Verification verification = new Verification();
        try {
            verification.check(file);
        } catch (ArchiveException e) {
            verification.wrong.add(String.valueOf(e.getMessage()));
        }
        return new Findings(verification.proved, verification.notYetProvable, verification.wrong);
    }

    private void check(PackedFile file) throws ArchiveException {
        boolean single = file.entries().size() == 1;
        proved.add("the file is whole: its " + counted(file.entries().size(), "entry is", "entries are") + " as "
                + file.packer().fingerprint() + " listed and signed " + (single ? "it" : "them"));
        Kind kind = file.manifest().kind();
        if (kind == Kind.SESSION) {
            checkSession(SessionArchive.read(file));
        } else if (kind == Kind.INVITATION) {
            InvitationFile invitation = InvitationFile.read(file);
            proved.add("record 0 of session " + invitation.invitation().session()
                    + " is signed by the host whose key the session's id pins");
            notYetProvable.add("that the host is who you think: compare the fingerprint with the host by another way");
        } else {
            notYetProvable.add("whether this " + kind.name().toLowerCase(Locale.ROOT)
                    + " belongs to a session: the session's own records say that when it is taken in");
        }
    }

    private void checkSession(SessionArchive archive) throws ArchiveException {
        Chain chain = archive.chain();
        proved.add("records 0 to " + chain.newest() + " follow each other and are signed by the host, "
                + chain.opening().host().signingKey().fingerprint());
        proved.add("every seat's keys come from a join its player signed: "
                + names(chain.seats().keySet()));
        proved.add(
                orders(chain) == 1
                        ? "the 1 order in the records is signed by its seat and planned on the record before"
                        : "all " + orders(chain)
                                + " orders in the records are signed by their seats and planned on the record before");
        proved.add("every dice link leads to the anchor its owner signed at the start");
        Optional<RuleSet<?, ?, ?>> rules = RuleSets.of(chain.record(0).rules());
        if (chain.newest() == 0) {
            notYetProvable.add("anything of the game: play begins with record 1");
        } else if (rules.isEmpty()) {
            notYetProvable.add("the game itself: the rules " + chain.record(0).rules() + " are not installed here");
        } else {
            checkGame(rules.get(), archive);
        }
    }

    private <S extends Record, A extends Action, E> void checkGame(RuleSet<S, A, E> rules, SessionArchive archive)
            throws ArchiveException {
        Replay<S, A, E> replay = new Replay<>(rules, archive);
        boolean isHost = archive.holder().isHost();
        proved.add(
                isHost
                        ? "the events of every record, public and private, are those it commits to"
                        : "the public events, and the private ones of " + archive.holder()
                                + ", are those the records commit to");
        if (!isHost) {
            proved.add("the orders of " + archive.holder() + " were used as sent, in "
                    + counted(ownOrders(archive), "record", "records"));
        }
        replay.state();
        if (replay.resolvesAnew()) {
            proved.add("resolving every record again from record 1 gives the same events, views and state");
        } else {
            proved.add("what " + archive.holder() + " was shown leads to the view that every record commits to");
            notYetProvable.add(
                    "that the hidden orders of others were resolved by the rules: it takes the host's copy, which"
                            + " holds them");
        }
    }

    private static int orders(Chain chain) {
        return chain.records().stream()
                .mapToInt(each -> each.record().orders().size())
                .sum();
    }

    private static long ownOrders(SessionArchive archive) {
        return archive.chain().records().stream()
                .flatMap(each -> each.record().orders().stream())
                .filter(orders -> orders.outcome() == Recorded.Outcome.COUNTED)
                .filter(orders ->
                        orders.header().seat().value().equals(archive.holder().value()))
                .count();
    }

    private static String names(Iterable<?> things) {
        List<String> names = new ArrayList<>();
        things.forEach(thing -> names.add(thing.toString()));
        return names.isEmpty() ? "nobody yet" : String.join(", ", names);
    }

    private static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
