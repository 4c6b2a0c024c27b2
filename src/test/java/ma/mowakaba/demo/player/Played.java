package ma.mowakaba.demo.player;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A part of the play: there in the demonstration, unless {@code mowakaba.demo.player} is false. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@Profile("demo")
@ConditionalOnProperty(name = "mowakaba.demo.player", matchIfMissing = true)
@interface Played {}
