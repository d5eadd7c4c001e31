package org.saltwater.crying.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The same notes for programs.
@RestController
@For(Audience.THERAPIST)
class GuidanceApi {
  private final GuidanceReading reading;
  private final Words words;

  GuidanceApi(GuidanceReading reading, MessageSource bundles) {
    this.reading = reading;
    this.words = new Words(bundles, Locale.ENGLISH);
  }

  /// @param traumaNoted none where the reader may not see scores
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GuidanceAnswer(@Nullable Boolean traumaNoted, List<NoteAnswer> notes) {
    @Override
    public String toString() {
      return "GuidanceAnswer[redacted]";
    }
  }

  record NoteAnswer(String situation, String title, String words, String source) {}

  @GetMapping("/api/v1/sessions/{appointment}/guidance")
  GuidanceAnswer guidance(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    var guidance = reading.read(me, new AppointmentId(appointment));
    return new GuidanceAnswer(
        guidance.traumaNoted().orElse(null),
        guidance.situations().stream().map(this::note).toList());
  }

  private NoteAnswer note(Situation situation) {
    var key = "crying.guidance." + situation.code();
    return new NoteAnswer(
        situation.code(), words.say(key), words.say(key + ".do"), words.say(key + ".source"));
  }
}
