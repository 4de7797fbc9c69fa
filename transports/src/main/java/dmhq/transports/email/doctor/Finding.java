package dmhq.transports.email.doctor;

import java.util.Optional;

/**
 * What one step of an examination showed.
 *
 * @param sentence one line that stands for itself, and holds nothing secret
 * @param cure what to do, in one line; always there if the step failed
 */
public record Finding(Step step, Outcome outcome, String sentence, Optional<String> cure) {

    static Finding fine(Step step, String sentence) {
        return new Finding(step, Outcome.FINE, sentence, Optional.empty());
    }

    static Finding remark(Step step, String sentence, String cure) {
        return new Finding(step, Outcome.REMARK, sentence, Optional.of(cure));
    }

    static Finding failed(Step step, Ailment ailment) {
        return new Finding(step, Outcome.FAILED, ailment.sentence(), Optional.of(ailment.cure()));
    }

    static Finding notTried(Step step, String because) {
        return new Finding(step, Outcome.NOT_TRIED, "Not tried, because " + because + ".", Optional.empty());
    }
}
