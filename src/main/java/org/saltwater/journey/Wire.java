package org.saltwater.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What goes over the wire, as far as the journey looks at it. Its own on purpose: a change of the
/// server's answers that would break other programs breaks the journey too.
final class Wire {
  private Wire() {}

  record SignIn(String email, String password, @Nullable String code) {
    @Override
    public String toString() {
      return "SignIn[redacted]";
    }
  }

  record DemoPerson(UUID id, String role) {}

  record DemoSignIn(UUID person) {}

  record SignedIn(String token, Person person) {
    @Override
    public String toString() {
      return "SignedIn[redacted]";
    }
  }

  record Person(UUID id) {}

  record SmokeTest(
      UUID id, Instant now, String place, String language, List<SmokeTherapist> therapists) {}

  record SmokeTherapist(UUID id, String email, String password, String secret) {
    @Override
    public String toString() {
      return "SmokeTherapist[redacted]";
    }
  }

  record Availability(
      String zone,
      List<String> weekly,
      List<String> changes,
      long lengthMinutes,
      long bufferMinutes,
      long noticeMinutes) {}

  record Begun(UUID intake, UUID client, String token) {
    @Override
    public String toString() {
      return "Begun[" + intake + "]";
    }
  }

  record IntakeState(List<String> groups, boolean complete) {}

  record Questionnaire(List<Section> sections) {}

  record Section(List<Group> groups) {}

  record Group(String linkId, List<Question> questions) {}

  record Question(
      String linkId,
      String kind,
      boolean required,
      List<Choice> options,
      @Nullable String instrument) {}

  record Choice(String code) {}

  record PageAnswers(String group, Map<String, List<String>> answers) {}

  record PageSaved(@Nullable String next, boolean help) {}

  record Matches(List<Match> therapists) {}

  record Match(UUID therapist, List<Reason> reasons) {}

  record Reason(String text, boolean met) {}

  record Slots(List<Slot> slots) {}

  record Slot(Instant start) {}

  record Hold(UUID therapist, Instant start, String modality) {}

  record Appointment(UUID id, UUID therapist, Instant start, String state) {}

  record Account(String name, String email, String password, String zone) {
    @Override
    public String toString() {
      return "Account[redacted]";
    }
  }

  record Arrival(String location, String callBack) {}

  record LookIn(@Nullable String location, @Nullable String callBack) {}

  record Session(String state, @Nullable UUID conversation) {}

  record CheckIn(Map<String, Integer> ratings, String feltWrong) {}

  record Message(String text) {}

  record Receipt(long number) {}

  record Conversation(UUID id, long unread) {}

  record Change(UUID id) {}

  record Travels(List<String> parts) {}

  record ChangeMatches(List<ChangeMatch> matches) {}

  record ChangeMatch(UUID therapist, Instant soonest) {}

  record Completion(UUID therapist, Instant start, String modality) {}

  record Completed(UUID appointment) {}

  record Reads(List<Read> reads) {}

  record Read(@Nullable UUID person, String action) {}
}
