package org.saltwater.messaging.sockets;

import org.springframework.web.socket.WebSocketHandler;

/// An address at which sockets are opened: by pages of this origin alone, and without compression.
public record Endpoint(String path, WebSocketHandler handler, Door<?> door) {}
