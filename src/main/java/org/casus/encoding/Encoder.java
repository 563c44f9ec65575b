package org.casus.encoding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * E5-small-v2 (Wang et al. 2022, "Text Embeddings by Weakly-Supervised Contrastive Pre-training"), its weights rounded
 * to eight bits, in this JVM, offline. Threads may share it. Passages are run one by one: in a padded batch a vector
 * would depend on its neighbours in the last digits.
 */
public final class Encoder implements AutoCloseable {
    /** Length of a vector: the mean over the whole passage, then that over its focus, each of length one. */
    public static final int WIDTH = 768;

    private static final String MODEL = "/e5-small-v2-q";
    private static final int MOST_TOKENS = 128;

    static {
        // The tokenizer's library would otherwise ask a cloud's metadata service where it runs.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private final OrtEnvironment environment = HeldEnvironment.get();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;

    /** Loads the model from the class path. */
    public Encoder() {
        try (InputStream vocabulary = resource("-tokenizer.json");
                InputStream weights = resource(".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary,
                    Map.of("padding", "false", "truncation", "true", "maxLength", Integer.toString(MOST_TOKENS)));
            options.setIntraOpNumThreads(1);
            session = environment.createSession(weights.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the encoder", e);
        } catch (OrtException e) {
            throw new IllegalStateException("cannot start the encoder: " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String ending) {
        InputStream in = Encoder.class.getResourceAsStream(MODEL + ending);
        if (in == null) {
            throw new IllegalStateException("no " + MODEL + ending + " on the class path");
        }
        return in;
    }

    /** One vector of {@link #WIDTH}. Of a long passage, words behind its first 128 word pieces are not seen. */
    public float[] encode(Passage passage) {
        Encoding pieces = tokenizer.encode(passage.text());
        try (OnnxTensor ids = tensor(pieces.getIds());
                OnnxTensor mask = tensor(pieces.getAttentionMask());
                OnnxTensor types = tensor(pieces.getTypeIds());
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[][] states = ((float[][][]) result.get(0).getValue())[0];
            return pool(states, pieces.getCharTokenSpans(), codePoints(passage));
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    /** The tokenizer counts code points. */
    private static Span codePoints(Passage passage) {
        int begin = passage.text().codePointCount(0, passage.focus().begin());
        int length = passage.text()
                .codePointCount(passage.focus().begin(), passage.focus().end());
        return new Span(begin, begin + length);
    }

    private static float[] pool(float[][] states, @Nullable CharSpan[] spans, Span focus) {
        float[] vector = new float[WIDTH];
        int half = WIDTH / 2;
        boolean seen = false;
        for (int i = 0; i < states.length; i++) {
            CharSpan span = spans[i];
            boolean inFocus = span != null && span.getStart() < focus.end() && span.getEnd() > focus.begin();
            seen |= inFocus;
            for (int k = 0; k < half; k++) {
                vector[k] += states[i][k];
                vector[half + k] += inFocus ? states[i][k] : 0;
            }
        }
        if (!seen) {
            System.arraycopy(vector, 0, vector, half, half);
        }
        scale(vector, 0, half);
        scale(vector, half, WIDTH);
        return vector;
    }

    private static void scale(float[] vector, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) vector[i] * vector[i];
        }
        float length = (float) Math.sqrt(sum);
        for (int i = from; i < to; i++) {
            vector[i] /= length;
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder does not close: " + e.getMessage(), e);
        }
        tokenizer.close();
    }
}
