package org.saltwater.crying.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.insight.LookingBack.Split;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Looking back, and what was learned from many, for programs. Everything may be sent twice.
@RestController
@RequestMapping("/api/v1")
class InsightApi {
  private final OwnMoments moments;
  private final Agreed agreed;
  private final LearnedReading reading;

  InsightApi(OwnMoments moments, Agreed agreed, LearnedReading reading) {
    this.moments = moments;
    this.agreed = agreed;
    this.reading = reading;
  }

  /// @param moments null below five, and then there is no count of anything
  /// @param after how the person was 90 minutes later
  /// @param agreed whether their hours may be looked at together with others'
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LookingBackAnswer(
      @Nullable Integer moments,
      @Nullable Split after,
      @Nullable List<AspectAnswer> aspects,
      boolean agreed) {
    @Override
    public String toString() {
      return "LookingBackAnswer[redacted]";
    }
  }

  /// @param there how the person was afterwards where it was there, and where not; null if it was
  ///     said about in fewer than five
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AspectAnswer(Aspect aspect, @Nullable Split there, @Nullable Split not) {
    static AspectAnswer of(LookingBack.Went it) {
      return it.isTooFew()
          ? new AspectAnswer(it.aspect(), null, null)
          : new AspectAnswer(it.aspect(), it.there(), it.not());
    }

    @Override
    public String toString() {
      return "AspectAnswer[redacted]";
    }
  }

  @GetMapping("/moments/looking-back")
  @For(Audience.CLIENT)
  LookingBackAnswer look(@AuthenticationPrincipal SignedIn me) {
    var back = moments.look(me.client());
    var told = back.moments().isPresent();
    return new LookingBackAnswer(
        back.moments().orElse(null),
        told ? back.after() : null,
        told ? back.aspects().stream().map(AspectAnswer::of).toList() : null,
        agreed.isAgreed(me.client()));
  }

  /// The client's hours may be looked at together with those of many others.
  @PutMapping("/moments/looking-back/counting")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void agree(@AuthenticationPrincipal SignedIn me) {
    agreed.set(me.client(), true);
  }

  /// They may not any more.
  @DeleteMapping("/moments/looking-back/counting")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(@AuthenticationPrincipal SignedIn me) {
    agreed.set(me.client(), false);
  }

  @GetMapping("/practice/tears")
  @For(Audience.COORDINATOR)
  Learned learned(@AuthenticationPrincipal SignedIn me) {
    return reading.read(me);
  }
}
