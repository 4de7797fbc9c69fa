package dmhq.cli;

import dmhq.transports.AddressException;
import dmhq.transports.email.discovery.Provider;
import dmhq.transports.email.doctor.Circumstances;
import dmhq.transports.email.doctor.Examination;
import dmhq.transports.email.doctor.Finding;
import dmhq.transports.email.doctor.Outcome;
import dmhq.transports.email.doctor.UsedFolders;
import dmhq.workspace.MailNetwork;
import dmhq.workspace.MailSettings;
import dmhq.workspace.OwnMail;
import dmhq.workspace.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tries out a mail account and tells step by step how it went. */
final class Checkup {

    private static final Duration FOR_A_MAIL = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Terminal terminal;
    private String notTried = "";

    Checkup(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Tries it out; returns whether all went well enough to play. */
    boolean examine(MailSettings settings, Optional<Provider> provider) throws Refusal {
        OwnMail mail = terminal.surroundings().mail();
        MailNetwork network = mail.network();
        Circumstances circumstances = new Circumstances(
                network.trusted(),
                terminal.surroundings().clock(),
                terminal.surroundings().entropy(),
                network.patience(),
                FOR_A_MAIL,
                BETWEEN_LOOKS,
                terminal::waits);
        try {
            List<Finding> findings = new Examination(mail.account(settings), folders(settings), provider, circumstances)
                    .examine(this::tell);
            return findings.stream().noneMatch(finding -> finding.outcome() == Outcome.FAILED);
        } catch (AddressException e) {
            throw new Refusal("the account's own address", e);
        }
    }

    private static UsedFolders folders(MailSettings settings) {
        return new UsedFolders(settings.folder(), Optional.ofNullable(settings.processed()));
    }

    private void tell(Finding finding) {
        switch (finding.outcome()) {
            case FINE -> terminal.say("  ok    " + Quoted.of(finding.sentence()));
            case REMARK -> {
                terminal.say("  note  " + finding.sentence());
                finding.cure().ifPresent(cure -> terminal.say("        " + cure));
            }
            case FAILED -> {
                terminal.complain(finding.sentence().replaceFirst("\\.$", ""));
                finding.cure().ifPresent(terminal::cure);
            }
            case NOT_TRIED -> {
                if (!finding.sentence().equals(notTried)) {
                    terminal.say("  -     " + finding.sentence());
                }
                notTried = finding.sentence();
            }
        }
    }
}
