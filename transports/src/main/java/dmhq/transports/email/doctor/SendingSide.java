package dmhq.transports.email.doctor;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.discovery.Provider;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server for sending: reached, secured, logged in to, and then sent through. */
final class SendingSide implements AutoCloseable {

    private final MailAccount account;
    private final Optional<Provider> provider;
    private final Circumstances circumstances;
    private final MailServer server;
    private @Nullable Wire wire;
    private @Nullable SmtpTalk talk;
    private Quote quote = new Quote("");

    SendingSide(MailAccount account, Optional<Provider> provider, Circumstances circumstances) {
        this.account = account;
        this.provider = provider;
        this.circumstances = circumstances;
        this.server = account.sending();
    }

    /** Comes to be logged in, and tells how far it came. */
    Chain examine(Secret secret, Consumer<Finding> told) {
        Chain chain = Chain.of(told);
        chain.run(Step.SENDING_REACHED, this::reach);
        chain.run(Step.SENDING_SECURED, this::secure);
        chain.run(Step.SENDING_LOGGED_IN, () -> logIn(secret.get()));
        chain.run(Step.SIZE, this::size);
        return chain;
    }

    /** Sends a mail to oneself, after an examination that came to its end. */
    void send(String address, TestMail mail) throws Ailment {
        try {
            talk().send(address, mail.text(), quote);
            talk().end();
        } catch (IOException e) {
            throw Breakdown.talking(server, circumstances.answer(), e);
        }
    }

    private Finding reach() throws Ailment {
        try {
            wire = Wire.to(server, circumstances.answer());
            return Finding.fine(Step.SENDING_REACHED, server + " can be reached.");
        } catch (IOException e) {
            throw Breakdown.reaching(server, circumstances.answer(), e);
        }
    }

    private Finding secure() throws Ailment {
        SmtpTalk submission = new SmtpTalk(Chain.made(wire));
        try {
            submission.begin(circumstances.trusted());
        } catch (IOException e) {
            throw Breakdown.securing(server, circumstances.answer(), e);
        }
        talk = submission;
        return Finding.fine(
                Step.SENDING_SECURED, "The connection to " + server + " is encrypted, with the right server.");
    }

    private Finding logIn(String secret) throws Ailment {
        Kind kind = account.credential().kind();
        quote = new Quote(secret);
        try {
            talk().logIn(account.user(), secret, kind, new Refusal(provider, kind), quote);
        } catch (IOException e) {
            throw Breakdown.talking(server, circumstances.answer(), e);
        }
        return Finding.fine(Step.SENDING_LOGGED_IN, server + " lets " + account.user() + " in.");
    }

    private Finding size() {
        OptionalLong said = talk().limit();
        return SizeLimit.of(
                server, said.isPresent() ? said : provider.map(Provider::limit).orElse(OptionalLong.empty()));
    }

    private SmtpTalk talk() {
        return Chain.made(talk);
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
        }
    }
}
