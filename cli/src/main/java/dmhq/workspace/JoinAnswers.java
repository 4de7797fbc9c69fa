package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.session.Join;
import dmhq.format.session.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a host answers who was invited and cannot be seated: a notice about turn 1, which is all that
 * they wait for. They know the session by record 0 alone, so that nothing else of it is in the file,
 * and the key that record names signs it.
 */
final class JoinAnswers {

    private final Workspace workspace;

    JoinAnswers(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A name in it may be long; half a character is none. */
    private static String shortened(String sentence) {
        int end = Math.min(sentence.length(), Notice.MOST);
        boolean splits = end < sentence.length() && Character.isHighSurrogate(sentence.charAt(end - 1));
        return sentence.substring(0, splits ? end - 1 : end);
    }

    /** Puts an answer to a join that came again into the outbox, as the first may have been lost. */
    void putAgain(Join join, String sentence) throws ArchiveException, Refusal, IOException {
        new Outbox(workspace).forget(label(join));
        put(join, sentence);
    }

    private static ParcelLabel label(Join join) {
        return new ParcelLabel("notice", 1, Party.HOST, Party.of(join.seat()), 0);
    }

    /** Puts an answer to a join into the outbox, once for each join of a player. */
    void put(Join join, String sentence) throws ArchiveException, Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        Chain known = Chain.open(chain.records().get(0));
        String text = shortened(sentence);
        Notice notice = new Notice(chain.session(), 1, workspace.surroundings().now(), null, false, text);
        Bytes told = Bytes.of((join.sent() + text).getBytes(StandardCharsets.UTF_8));
        new Outbox(workspace)
                .put(
                        label(join),
                        "_" + Asked.keyOf(join).abbreviated() + "_"
                                + Digest.of(told).abbreviated(),
                        Letter.pack(notice, Party.of(join.seat()), known, workspace.signer(known, Party.HOST)),
                        join.sealingKey());
    }
}
