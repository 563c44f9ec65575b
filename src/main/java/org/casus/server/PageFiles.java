package org.casus.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** The page at the addresses of its own views, and the files that it is made of. */
final class PageFiles implements Filter {
    private static final String FILES = "/page/";
    private static final Set<String> VIEWS = Set.of("/", "/query");

    private final Page page;

    PageFiles(Page page) {
        this.page = page;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        String path = request.getRequestURI();
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            chain.doFilter(in, out);
        } else if (VIEWS.contains(path)) {
            page.sendIndex(response);
        } else if (!path.startsWith(FILES) || !page.send(path.substring(FILES.length()), request, response)) {
            chain.doFilter(in, out);
        }
    }
}
