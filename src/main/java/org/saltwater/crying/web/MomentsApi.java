package org.saltwater.crying.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Alongside;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.CryingForm;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Response;
import org.saltwater.crying.Setting;
import org.saltwater.crying.Trigger;
import org.saltwater.crying.WhoCried;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.vault.Evidence;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A client's notes of their tears, for programs. The program makes the id, so everything may be
/// sent twice.
@RestController
@RequestMapping("/api/v1")
class MomentsApi {
  private final CryingEpisodes episodes;
  private final SharedReading reading;

  MomentsApi(CryingEpisodes episodes, SharedReading reading) {
    this.episodes = episodes;
    this.reading = reading;
  }

  /// @param sharedWith the therapist who may read it, or null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MomentAnswer(
      UUID id,
      Instant notedAt,
      NoteBody note,
      Map<MoodMoment, Integer> moods,
      @Nullable UUID sharedWith) {
    static MomentAnswer of(CryingEpisode it) {
      return new MomentAnswer(
          it.id().value(),
          it.notedAt(),
          NoteBody.of(it.note()),
          it.moods(),
          it.sharedWith().map(with -> with.value()).orElse(null));
    }

    @Override
    public String toString() {
      return "MomentAnswer[redacted]";
    }
  }

  /// What is noted. Everything but the first three may be left out; ratings go from 0 to 10.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NoteBody(
      @NotNull Instant at,
      @NotNull WhoCried who,
      @NotNull Setting setting,
      @Nullable UUID session,
      @Nullable Modality modality,
      @Nullable Integer minutes,
      @Nullable Integer intensity,
      @Nullable Integer heldBack,
      @Nullable Trigger trigger,
      @Nullable CryingForm form,
      @Nullable Set<@NotNull Alongside> alongside,
      @Nullable Integer safe,
      @Nullable Integer supported,
      @Nullable Integer understood,
      @Nullable Integer ashamed,
      @Nullable Set<@NotNull Response> response,
      @Nullable Boolean discussed,
      @Nullable Boolean newUnderstanding,
      @Nullable Boolean resolved,
      @Nullable String words,
      @Nullable Boolean pooled) {
    static NoteBody of(EpisodeNote it) {
      var session = it.session();
      return new NoteBody(
          it.at(),
          it.who(),
          it.setting(),
          session == null ? null : session.value(),
          it.modality(),
          it.course().minutes(),
          it.course().intensity(),
          it.course().heldBack(),
          it.course().trigger(),
          it.course().form(),
          it.course().alongside(),
          it.felt().safe(),
          it.felt().supported(),
          it.felt().understood(),
          it.felt().ashamed(),
          it.aftermath().response(),
          it.aftermath().discussed(),
          it.aftermath().newUnderstanding(),
          it.aftermath().resolved(),
          it.words(),
          it.pooled());
    }

    /// @param ladderStep the step it belonged to before, which a program does not change
    EpisodeNote note(@Nullable UUID ladderStep) {
      return new EpisodeNote(
          at,
          who,
          setting,
          session == null ? null : new AppointmentId(session),
          ladderStep,
          modality,
          new EpisodeNote.Course(minutes, intensity, heldBack, trigger, form, some(alongside)),
          new EpisodeNote.Felt(safe, supported, understood, ashamed),
          new EpisodeNote.Aftermath(some(response), discussed, newUnderstanding, resolved),
          words == null ? "" : words,
          Boolean.TRUE.equals(pooled));
    }

    private static <E> Set<E> some(@Nullable Set<E> given) {
      return given == null ? Set.of() : given;
    }

    @Override
    public String toString() {
      return "NoteBody[redacted]";
    }
  }

  /// @param value 0, as low as can be, to 10, as good as can be
  record MoodOrder(@NotNull Integer value) {
    @Override
    public String toString() {
      return "MoodOrder[redacted]";
    }
  }

  @GetMapping("/moments")
  @For(Audience.CLIENT)
  List<MomentAnswer> list(@AuthenticationPrincipal SignedIn me) {
    return episodes.list(Evidence.own(me.client())).stream().map(MomentAnswer::of).toList();
  }

  @GetMapping("/moments/{moment}")
  @For(Audience.CLIENT)
  MomentAnswer get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    return episodes
        .find(Evidence.own(me.client()), new EpisodeId(moment))
        .map(MomentAnswer::of)
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  @PutMapping("/moments/{moment}")
  @For(Audience.CLIENT)
  MomentAnswer save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID moment,
      @RequestBody @Valid NoteBody note) {
    var id = new EpisodeId(moment);
    var step =
        episodes.find(Evidence.own(me.client()), id).map(it -> it.note().ladderStep()).orElse(null);
    return MomentAnswer.of(episodes.save(me.client(), id, note.note(step)));
  }

  @DeleteMapping("/moments/{moment}")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    episodes.delete(me.client(), new EpisodeId(moment));
  }

  @PutMapping("/moments/{moment}/moods/{when}")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rate(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID moment,
      @PathVariable MoodMoment when,
      @RequestBody @Valid MoodOrder order) {
    episodes.rate(me.client(), new EpisodeId(moment), when, order.value());
  }

  @PutMapping("/moments/{moment}/sharing")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void share(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    episodes.share(me.client(), new EpisodeId(moment));
  }

  @DeleteMapping("/moments/{moment}/sharing")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    episodes.takeBack(me.client(), new EpisodeId(moment));
  }

  @GetMapping("/clients/{client}/moments")
  @For(Audience.THERAPIST)
  List<MomentAnswer> theirs(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return episodes.list(reading.toRead(me, new ClientId(client))).stream()
        .map(MomentAnswer::of)
        .toList();
  }
}
