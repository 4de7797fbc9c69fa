package dmhq.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of the Distributed MekHQ document, as actions of players and events of the host. */
class MessagesTest {

    @Test
    void players_can_do_this_and_there_is_no_chat_among_it() {
        assertThat(names(CampaignAction.class))
                .containsExactlyInAnyOrder(
                        "CampaignDetails",
                        "SettlementsAssumed",
                        "CampaignDateChanged",
                        "Jump",
                        "ReadyToAdvance",
                        "GMModeChanged",
                        "LocationChanged",
                        "TeamAssignment",
                        "DailyLog",
                        "WireTransferRequest",
                        "WireTransferResponse");
    }

    @ParameterizedTest
    @CsvSource({
        "CampaignDetails, campaign name date location gmMode active",
        "CampaignDateChanged, date",
        "GMModeChanged, gmMode",
        "LocationChanged, location gmMovement",
        "TeamAssignment, seat team",
        "DailyLog, logDate entries",
        "WireTransferRequest, source target request amount",
        "WireTransferResponse, request accepted"
    })
    void what_a_player_sends_has_the_properties_of_its_message(String action, String properties) {
        assertThat(components(CampaignAction.class, action)).contains(properties.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "CampaignDateChanged, seat date",
        "GMModeChanged, seat gmMode",
        "LocationChanged, seat location gmMovement",
        "TeamAssignment, teams",
        "DailyLog, seat logDate entries",
        "WireTransferRequested, source target request amount",
        "WireTransferAnswered, source target request accepted",
        "WireTransferCompleted, source target request accepted"
    })
    void what_the_host_passes_on_has_the_properties_of_its_message(String event, String properties) {
        assertThat(components(CampaignEvent.class, event)).contains(properties.split(" "));
    }

    private static Stream<String> names(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).map(Class::getSimpleName);
    }

    private static Stream<String> components(Class<?> sealed, String name) {
        return Stream.of(sealed.getPermittedSubclasses())
                .filter(message -> message.getSimpleName().equals(name))
                .flatMap(message -> Stream.of(message.getRecordComponents()))
                .map(RecordComponent::getName);
    }
}
