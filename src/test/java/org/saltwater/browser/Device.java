package org.saltwater.browser;

/// What a page is looked at with. Sizes in CSS pixels.
public enum Device {
  /// The narrowest screen that must not scroll sideways (WCAG 2.2, 1.4.10).
  SMALL_PHONE(320, 640),
  PHONE(390, 844),
  LAPTOP(1280, 860);

  final int width;
  final int height;

  Device(int width, int height) {
    this.width = width;
    this.height = height;
  }
}
