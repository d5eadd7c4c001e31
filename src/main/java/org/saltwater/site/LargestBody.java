package org.saltwater.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody fills the memory with one request. The longest thing anyone writes here is a letter.
class LargestBody extends OncePerRequestFilter {
  /// Bytes. Forms have a tighter limit of their own, in application.yaml.
  static final int MOST = 1_000_000;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    // Without a length said beforehand, it is counted while it comes.
    try {
      chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
    } catch (InvalidParameterException unreadable) {
      // A form that is too large, has too many fields, or is not encoded as one. Filters read it
      // before any handler does.
      if (response.isCommitted()) {
        throw unreadable;
      }
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {
    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream from;
    private int read;

    CountedStream(ServletInputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      var next = from.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var got = from.read(bytes, offset, length);
      count(Math.max(got, 0));
      return got;
    }

    @Override
    public boolean isFinished() {
      return from.isFinished();
    }

    @Override
    public boolean isReady() {
      return from.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      from.setReadListener(listener);
    }

    private void count(int more) throws IOException {
      read += more;
      if (read > MOST) {
        throw new IOException("larger than " + MOST + " bytes");
      }
    }
  }
}
