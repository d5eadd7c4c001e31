package org.saltwater.site;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Addresses of our own static files. Nothing is ever loaded from another origin.
@Component
public class Assets {
  private final ResourceUrlProvider urls;

  Assets(ResourceUrlProvider urls) {
    this.urls = urls;
  }

  String address(String file) {
    var address = urls.getForLookupPath("/" + file);
    if (address == null) {
      throw new IllegalArgumentException("no such static file: " + file);
    }
    return address;
  }
}
