package dmhq.transports.email.doctor;

/** Why a step failed, and the cure, each in one line without anything secret. */
final class Ailment extends Exception {

    private final String sentence;
    private final String cure;

    Ailment(String sentence, String cure) {
        super(sentence);
        this.sentence = sentence;
        this.cure = cure;
    }

    String sentence() {
        return sentence;
    }

    String cure() {
        return cure;
    }
}
