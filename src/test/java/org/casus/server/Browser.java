package org.casus.server;

import com.google.common.base.Splitter;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** Chromium without a window, where it is installed. Screenshots go to {@code target/screenshots}. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static boolean isInstalled() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    static Browser open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow());
        // Root, as in a container, may not use Chromium's sandbox.
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--force-prefers-reduced-motion");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow())
                .withSilent(true)
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.resize(1280, 900);
        return browser;
    }

    private static Optional<File> program(String name) {
        return Splitter.on(File.pathSeparatorChar)
                .splitToStream(System.getenv("PATH"))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    void go(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Waits until there is such an element, with a text. */
    WebElement find(String selector) {
        return until(
                selector,
                page -> all(selector).stream()
                        .filter(element -> !element.getText().isBlank() || !element.isDisplayed())
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until an element's text holds these words. */
    String text(String selector, String words) {
        return until(
                selector + " with " + words,
                page -> all(selector).stream()
                        .map(WebElement::getText)
                        .filter(text -> text.contains(words))
                        .findFirst()
                        .orElse(null));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** As a script does it, so that nothing that lies above it is in the way. */
    void click(String selector) {
        WebElement element =
                until(selector, page -> all(selector).stream().findFirst().orElse(null));
        script("arguments[0].click()", element);
    }

    @Nullable
    Object script(String text, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(text, arguments);
    }

    @Nullable
    Object later(String text, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(text, arguments);
    }

    /** Asks again and again until there is an answer other than null and false. */
    <T> T until(String what, Function<ChromeDriver, @Nullable T> condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            T answer = attempt(condition);
            if (answer != null && !answer.equals(false)) {
                return answer;
            }
            if (Instant.now().isAfter(end)) {
                String there = driver.findElement(By.tagName("body")).getText();
                throw new AssertionError("no %s at %s, but: %s".formatted(what, address(), there));
            }
            Uninterruptibles.sleepUninterruptibly(PAUSE);
        }
    }

    /** What the page draws anew meanwhile is asked again. */
    private <T> @Nullable T attempt(Function<ChromeDriver, @Nullable T> condition) {
        try {
            return condition.apply(driver);
        } catch (StaleElementReferenceException drawnAnew) {
            return null;
        }
    }

    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What the page said went wrong, errors alone. */
    List<String> faults() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(Object::toString)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
