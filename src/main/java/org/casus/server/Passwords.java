package org.casus.server;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.security.Credential;
import org.jspecify.annotations.Nullable;

/** The users of a password file: a line {@code name: password} each, the password plain or as Jetty hashes it. */
final class Passwords {
    private static final String BASIC = "Basic ";

    private final Map<String, Credential> users;

    private Passwords(Map<String, Credential> users) {
        this.users = users;
    }

    static Passwords read(Path file) {
        Map<String, Credential> users = new HashMap<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                List<String> parts = Splitter.on(':').limit(2).trimResults().splitToList(line);
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                } else if (parts.size() < 2
                        || parts.get(0).isEmpty()
                        || parts.get(1).isEmpty()) {
                    throw new IllegalArgumentException("%s:%d: not \"name: password\"".formatted(file, number));
                }
                users.put(parts.get(0), Credential.getCredential(parts.get(1)));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read the password file " + file, fault);
        }
        if (users.isEmpty()) {
            throw new IllegalArgumentException("the password file names nobody: " + file);
        }
        return new Passwords(users);
    }

    /** True where a header of basic authentication names a user with the right password. */
    boolean admit(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        List<String> parts = Splitter.on(':').limit(2).splitToList(decoded(authorization.substring(BASIC.length())));
        Credential password = users.get(parts.get(0));
        return parts.size() == 2 && password != null && password.check(parts.get(1));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }
}
