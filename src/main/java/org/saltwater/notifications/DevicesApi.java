package org.saltwater.notifications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
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

/// The devices on which a person wants to be told, for programs.
@RestController
@RequestMapping("/api/v1/notices")
@For(Audience.SIGNED_IN)
class DevicesApi {
  private final PushDevices devices;
  private final PushKey key;

  DevicesApi(PushDevices devices, PushKey key) {
    this.devices = devices;
    this.key = key;
  }

  record KeyAnswer(String applicationServerKey) {}

  record DeviceAnswer(UUID id, Instant since) {}

  /// As a browser's `PushSubscription.toJSON()` gives them.
  record DeviceOrder(@NotNull String endpoint, @NotNull @Valid DeviceKeys keys) {
    @Override
    public String toString() {
      return "DeviceOrder[redacted]";
    }
  }

  record DeviceKeys(@NotNull String p256dh, @NotNull String auth) {
    @Override
    public String toString() {
      return "DeviceKeys[redacted]";
    }
  }

  @GetMapping("/key")
  KeyAnswer key() {
    return new KeyAnswer(key.publicKey());
  }

  @GetMapping("/devices")
  List<DeviceAnswer> list(@AuthenticationPrincipal SignedIn me) {
    return devices.list(me.id()).stream().map(it -> new DeviceAnswer(it.id(), it.since())).toList();
  }

  @PutMapping("/devices")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void add(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid DeviceOrder order) {
    devices.add(me.id(), order.endpoint(), order.keys().p256dh(), order.keys().auth());
  }

  @DeleteMapping("/devices/{device}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID device) {
    devices.remove(me.id(), device);
  }
}
