package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of rules says of each rule of Distributed MekHQ how it is kept, and which test shows it. */
class RulesTableTest {

    private static final String PAGE = "engine/campaign/rules.md";

    @Test
    void every_row_says_how_it_is_kept_and_names_a_test_unless_it_comes_later() throws IOException {
        List<ClaimTable.Row> rows = ClaimTable.of(PAGE).rows();

        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            String kept = row.cells().get(1);
            assertThat(kept).as(row.claim()).isNotEmpty();
            if (!kept.startsWith("later") && !kept.startsWith("live transport, later")) {
                assertThat(row.tests()).as(row.claim()).isNotEmpty();
            }
        });
    }

    @Test
    void every_test_that_is_named_is_there_and_is_run() throws IOException {
        assertThat(ClaimTable.of(PAGE).missing()).isEmpty();
    }

    @Test
    void every_message_of_the_document_has_rows() throws IOException {
        assertThat(ClaimTable.of(PAGE).rows())
                .extracting(ClaimTable.Row::section)
                .contains(
                        "ConnectionRequest",
                        "ConnectionResponse",
                        "CampaignDetails",
                        "Ping",
                        "Pong",
                        "CampaignDateChanged",
                        "GMModeChanged",
                        "LocationChanged",
                        "TeamAssignment",
                        "DailyLog",
                        "WireTransferRequest",
                        "WireTransferResponse",
                        "WireTransferCompleted",
                        "Trade messages");
    }

    @Test
    void players_find_the_page() throws IOException {
        assertThat(Project.file("README.md")).content().contains("(" + PAGE + ")");
    }
}
