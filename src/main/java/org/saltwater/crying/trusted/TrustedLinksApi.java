package org.saltwater.crying.trusted;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.SignedIn;
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

/// Links for people a client trusts, for programs.
@RestController
@RequestMapping("/api/v1/ladder/trusted-links")
@For(Audience.CLIENT)
class TrustedLinksApi {
  private final TrustedLinks links;
  private final Installation installation;

  TrustedLinksApi(TrustedLinks links, Installation installation) {
    this.links = links;
    this.installation = installation;
  }

  /// @param openedAt null while it was not used
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TrustedLinkAnswer(
      UUID id, String name, Instant madeAt, @Nullable Instant openedAt, Instant endsAt) {}

  /// @param name what the page calls the client, or null for nothing
  /// @param email where to mail it, or null
  record TrustedLinkOrder(@Nullable String name, @Nullable String email) {
    @Override
    public String toString() {
      return "TrustedLinkOrder[redacted]";
    }
  }

  /// @param link works once
  record TrustedLinkMade(String link) {
    @Override
    public String toString() {
      return "TrustedLinkMade[redacted]";
    }
  }

  @GetMapping
  List<TrustedLinkAnswer> list(@AuthenticationPrincipal SignedIn me) {
    return links.list(me.client()).stream()
        .map(
            it ->
                new TrustedLinkAnswer(
                    it.id(), it.name(), it.madeAt(), it.openedAt().orElse(null), it.endsAt()))
        .toList();
  }

  /// The caller chooses the id. Sent again the link is a new one, and the one before works no more.
  @PutMapping("/{link}")
  TrustedLinkMade make(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID link,
      @RequestBody @Valid TrustedLinkOrder order) {
    var path =
        links.make(
            me.client(),
            link,
            order.name() == null ? "" : order.name(),
            order.email() == null ? "" : order.email());
    return new TrustedLinkMade(installation.address().resolve(path.value()).toString());
  }

  @DeleteMapping("/{link}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable UUID link) {
    links.withdraw(me.client(), link);
  }
}
