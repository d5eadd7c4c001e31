package org.saltwater.sessions.video;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a browser finds the way to another: what `RTCPeerConnection` is made with.
///
/// @param iceTransportPolicy `relay` where only the practice's relay may be used, else `all`
public record Ice(List<Server> iceServers, String iceTransportPolicy) {

  /// @param username and `credential`: for a relay alone, and only for a while
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Server(List<String> urls, @Nullable String username, @Nullable String credential) {
    @Override
    public String toString() {
      return "Server" + urls;
    }
  }
}
