package ma.mowakaba.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ma.mowakaba.CenterTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** The running center through a real browser: tests take a {@link Chromium} as parameter. Skipped where none is installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CenterTest
@ExtendWith(Browsing.class)
public @interface BrowserTest {}
