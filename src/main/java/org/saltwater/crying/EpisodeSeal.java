package org.saltwater.crying;

import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Seals with the client's key what is noted, and opens it.
@Component
class EpisodeSeal {
  private final Vault vault;
  private final JsonMapper json;

  EpisodeSeal(Vault vault, JsonMapper json) {
    this.vault = vault;
    this.json = json;
  }

  byte[] note(ClientId client, EpisodeId id, EpisodeNote note) {
    return vault.seal(new KeyScope.OfClient(client), note(id), json.writeValueAsString(note));
  }

  EpisodeNote note(Evidence evidence, EpisodeId id, byte[] stored) {
    return json.readValue(
        vault.open(evidence, new KeyScope.OfClient(evidence.owner()), note(id), stored),
        EpisodeNote.class);
  }

  byte[] mood(ClientId client, EpisodeId id, MoodMoment moment, int value) {
    return vault.seal(new KeyScope.OfClient(client), mood(id, moment), Integer.toString(value));
  }

  int mood(Evidence evidence, EpisodeId id, MoodMoment moment, byte[] stored) {
    return Integer.parseInt(
        vault.open(evidence, new KeyScope.OfClient(evidence.owner()), mood(id, moment), stored));
  }

  byte[] said(ClientId client, PersonId person, TearsInTheHour.Said said) {
    return vault.seal(
        new KeyScope.OfClient(client), said(said.session(), person), json.writeValueAsString(said));
  }

  TearsInTheHour.Said said(
      Evidence evidence, AppointmentId session, PersonId person, byte[] stored) {
    return json.readValue(
        vault.open(
            evidence, new KeyScope.OfClient(evidence.owner()), said(session, person), stored),
        TearsInTheHour.Said.class);
  }

  private static Place said(AppointmentId session, PersonId person) {
    return new Place("crying_hour", session.value(), "sealed/" + person);
  }

  private static Place note(EpisodeId id) {
    return new Place("crying_episode", id.value(), "sealed");
  }

  private static Place mood(EpisodeId id, MoodMoment moment) {
    return new Place("crying_mood", id.value(), "sealed/" + moment.name());
  }
}
