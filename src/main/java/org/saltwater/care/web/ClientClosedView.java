package org.saltwater.care.web;

/// A record that is closed to someone who is on call, and could open it.
public record ClientClosedView(String client) {}
