package org.casus.encoding;

import ai.onnxruntime.OrtEnvironment;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The environment of ONNX Runtime, which frees it in a shutdown hook of its own: a build that is interrupted still
 * encodes what it has begun, and would crash the JVM. The library counts who holds it, so it is held once more.
 */
final class HeldEnvironment {
    private static final int WARNING = 2;
    private static final OrtEnvironment ENVIRONMENT = hold(OrtEnvironment.getEnvironment());

    private HeldEnvironment() {}

    static OrtEnvironment get() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment hold(OrtEnvironment environment) {
        try {
            Field library = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            library.setAccessible(true);
            create.setAccessible(true);
            create.invoke(null, library.getLong(null), WARNING, OrtEnvironment.DEFAULT_NAME);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("cannot hold the environment of ONNX Runtime", otherVersion);
        }
        return environment;
    }
}
