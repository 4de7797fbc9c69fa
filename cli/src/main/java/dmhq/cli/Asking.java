package dmhq.cli;

import dmhq.format.sealing.Passphrase;
import dmhq.workspace.Refusal;
import java.io.IOException;

/** Asks for the passphrase of a file that carries an identity. */
final class Asking {

    /** The variable of the environment that answers instead; the list of processes does not show it. */
    static final String VARIABLE = "DMHQ_PASSPHRASE";

    private final Terminal terminal;

    Asking(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Returns a new passphrase, asked for twice.
     *
     * @throws Refusal if it is empty, the two differ, or nobody can be asked
     */
    Passphrase chosen() throws Refusal, IOException {
        String first = answer("A passphrase for the file");
        if (!first.equals(answer("The same again"))) {
            throw new Refusal("the two passphrases differ; run the command again");
        }
        return new Passphrase(first);
    }

    /**
     * Returns the passphrase of a file that is there.
     *
     * @throws Refusal if it is empty, or nobody can be asked
     */
    Passphrase known() throws Refusal, IOException {
        return new Passphrase(answer("The passphrase of the file"));
    }

    private String answer(String question) throws Refusal, IOException {
        String answer = terminal.secret(question);
        if (answer == null) {
            throw new Refusal(
                    "there is no terminal to ask for the passphrase; set the variable " + VARIABLE + " to it");
        }
        if (answer.isEmpty()) {
            throw new Refusal("an empty passphrase protects nothing; use one of several words");
        }
        return answer;
    }
}
